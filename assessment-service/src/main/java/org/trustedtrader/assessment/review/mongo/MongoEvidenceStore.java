package org.trustedtrader.assessment.review.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.EvidenceStore;

/**
 * The bytes of evidence in chunks of 255 KiB, one document each with the id {@code <content>/<number>}. The first chunk is
 * inserted first and bears the time since when the file waits for an assessment to refer to it, with the assessment and the
 * size of the file; it loses them then. So the file counts as waiting before the rest of it is stored.
 */
@Component
final class MongoEvidenceStore implements EvidenceStore {

    private static final int CHUNK = 255 * 1024;
    private static final String WAITING_SINCE = "waitingSince";
    private static final String WAITING_FOR = "waitingFor";
    private static final String WAITING_BYTES = "waitingBytes";

    private final MongoCollection<Document> chunks;
    private final MongoCollection<Document> assessments;

    MongoEvidenceStore(MongoDatabase database) {
        assessments = database.getCollection("assessments");
        chunks = database.getCollection("evidenceChunks");
        chunks.createIndexes(List.of(
                new IndexModel(Indexes.ascending(WAITING_SINCE), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending(WAITING_FOR), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("content"))));
    }

    @Override
    public String newContent() {
        return UUID.randomUUID().toString();
    }

    @Override
    public boolean store(Upload upload, long room) {
        List<Document> parts = IntStream.range(0, chunksOf(upload.bytes().length))
                .mapToObj(i -> new Document("_id", chunkId(upload.content(), i))
                        .append("content", upload.content())
                        .append("bytes", new Binary(part(upload.bytes(), i))))
                .toList();
        chunks.insertOne(parts.getFirst()
                .append(WAITING_SINCE, Date.from(Instant.now()))
                .append(WAITING_FOR, upload.assessment())
                .append(WAITING_BYTES, (long) upload.bytes().length));
        if (waitingBytes(upload.assessment()) > room) {
            discard(upload.content());
            return false;
        }
        if (parts.size() > 1) {
            chunks.insertMany(parts.subList(1, parts.size()));
        }
        return true;
    }

    @Override
    public void keep(String content) {
        chunks.updateOne(
                Filters.eq("_id", chunkId(content, 0)),
                Updates.combine(
                        Updates.unset(WAITING_SINCE), Updates.unset(WAITING_FOR), Updates.unset(WAITING_BYTES)));
    }

    @Override
    public void discard(String content) {
        chunks.deleteMany(Filters.eq("content", content));
    }

    @Override
    public InputStream open(EvidenceFile file) {
        var parts = IntStream.range(0, chunksOf(file.size()))
                .mapToObj(i -> part(file.content(), i))
                .toList();
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    @Override
    public int discardForgotten(Instant before) {
        Bson waiting = Filters.lt(WAITING_SINCE, Date.from(before));
        List<String> contents = chunks.find(waiting)
                .projection(Projections.include("content"))
                .map(chunk -> chunk.getString("content"))
                .into(new ArrayList<>());
        int discarded = 0;
        for (String content : contents) {
            if (isReferredTo(content)) {
                keep(content);
            } else {
                discard(content);
                discarded++;
            }
        }
        return discarded;
    }

    /** What is being sent for that assessment, and what an interrupted upload has left until it is discarded. */
    private long waitingBytes(String assessment) {
        return chunks
                .find(Filters.eq(WAITING_FOR, assessment))
                .projection(Projections.include(WAITING_BYTES))
                .map(chunk -> chunk.getLong(WAITING_BYTES))
                .into(new ArrayList<>())
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private boolean isReferredTo(String content) {
        return assessments
                        .find(Filters.eq("state.evidence.content", content))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    private InputStream part(String content, int number) {
        Document chunk =
                chunks.find(Filters.eq("_id", chunkId(content, number))).first();
        if (chunk == null) {
            throw new IllegalStateException("Chunk " + number + " of evidence " + content + " is gone");
        }
        return new ByteArrayInputStream(chunk.get("bytes", Binary.class).getData());
    }

    private static byte[] part(byte[] bytes, int number) {
        return Arrays.copyOfRange(bytes, number * CHUNK, Math.min(bytes.length, (number + 1) * CHUNK));
    }

    private static int chunksOf(long size) {
        return (int) ((size + CHUNK - 1) / CHUNK);
    }

    private static String chunkId(String content, int number) {
        return content + "/" + number;
    }
}
