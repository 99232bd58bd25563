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
 * The bytes of evidence in chunks of 255 KiB, one document each with the id {@code <content>/<number>}, inserted in
 * order. The first chunk bears the time since when it waits for an assessment to refer to it, and loses it then.
 */
@Component
final class MongoEvidenceStore implements EvidenceStore {

    private static final int CHUNK = 255 * 1024;
    private static final String WAITING_SINCE = "waitingSince";

    private final MongoCollection<Document> chunks;
    private final MongoCollection<Document> assessments;

    MongoEvidenceStore(MongoDatabase database) {
        assessments = database.getCollection("assessments");
        chunks = database.getCollection("evidenceChunks");
        chunks.createIndexes(List.of(
                new IndexModel(Indexes.ascending(WAITING_SINCE), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("content"))));
    }

    @Override
    public String newContent() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void store(String content, byte[] bytes) {
        List<Document> parts = IntStream.range(0, chunksOf(bytes.length))
                .mapToObj(i -> new Document("_id", chunkId(content, i))
                        .append("content", content)
                        .append("bytes", new Binary(part(bytes, i))))
                .toList();
        parts.getFirst().append(WAITING_SINCE, Date.from(Instant.now()));
        chunks.insertMany(parts);
    }

    @Override
    public void keep(String content) {
        chunks.updateOne(Filters.eq("_id", chunkId(content, 0)), Updates.unset(WAITING_SINCE));
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
