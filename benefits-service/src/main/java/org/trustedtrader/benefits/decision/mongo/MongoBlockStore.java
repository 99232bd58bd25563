package org.trustedtrader.benefits.decision.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.decision.log.Block;
import org.trustedtrader.benefits.decision.log.BlockStore;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Each block is a document of the collection {@code decision_blocks}, named by its run and the place where it begins, both as
 * 16 hexadecimal digits: the block of a record is the last one that is named no later. It is inserted once and never touched
 * again. How far each living run is kept is in {@code decision_runs}.
 */
@Component
final class MongoBlockStore implements BlockStore {

    private static final HexFormat HEX = HexFormat.of();
    private static final int DIGITS = 16;

    private final MongoCollection<Document> blocks;
    private final MongoCollection<Document> runs;
    private final BlockSummary summary;
    private volatile boolean indexed;

    MongoBlockStore(MongoDatabase database, BlockSummary summary) {
        this.blocks = database.getCollection("decision_blocks");
        this.runs = database.getCollection("decision_runs");
        this.summary = summary;
    }

    @Override
    public long put(Block block) {
        index();
        var document = new Document("_id", name(block.run(), block.from()))
                .append("to", block.to())
                .append("size", block.bytes().length)
                .append("data", new Binary(BlockCompression.pack(block.bytes())));
        var said = summary.of(block);
        if (said != null) {
            document.append(summary.field(), said);
        }
        try {
            blocks.insertOne(document);
            return block.to();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return endOfKept(block);
        }
    }

    @Override
    public OptionalLong lastStart(long run, long from, long to) {
        var last = blocks.find(Filters.and(Filters.gte("_id", name(run, from)), Filters.lt("_id", name(run, to))))
                .projection(Projections.include("_id"))
                .sort(Sorts.descending("_id"))
                .limit(1)
                .first();
        return last == null
                ? OptionalLong.empty()
                : OptionalLong.of(
                        HexFormat.fromHexDigitsToLong(last.getString("_id").substring(DIGITS + 1)));
    }

    @Override
    public Optional<Block> find(long run, long place) {
        try {
            return Optional.ofNullable(blocks.find(
                                    Filters.and(Filters.gte("_id", name(run, 0)), Filters.lte("_id", name(run, place))))
                            .sort(Sorts.descending("_id"))
                            .limit(1)
                            .first())
                    .map(document -> read(run, document))
                    .filter(block -> block.from() <= place && place < block.to());
        } catch (MongoException e) {
            throw new Refusal.Unavailable(Message.of("border.journal-unavailable"));
        }
    }

    @Override
    public void complete(long run, Instant until, boolean ended) {
        var itself = Filters.eq("_id", HEX.toHexDigits(run));
        if (ended) {
            runs.deleteOne(itself);
        } else {
            runs.updateOne(itself, Updates.set("completeUntil", Date.from(until)), new UpdateOptions().upsert(true));
        }
    }

    private long endOfKept(Block block) {
        var kept = blocks.find(Filters.eq("_id", name(block.run(), block.from())))
                .projection(Projections.include("to"))
                .first();
        return Objects.requireNonNull(kept, "a block that was there is not").getLong("to");
    }

    private static Block read(long run, Document document) {
        long from = HexFormat.fromHexDigitsToLong(document.getString("_id").substring(DIGITS + 1));
        var data = document.get("data", Binary.class).getData();
        return new Block(run, from, BlockCompression.unpack(data, document.getInteger("size")));
    }

    /** Not at the start, which must not depend on the database. */
    private void index() {
        if (!indexed) {
            blocks.createIndex(summary.index(), new IndexOptions().sparse(true));
            indexed = true;
        }
    }

    private static String name(long run, long place) {
        return HEX.toHexDigits(run) + "-" + HEX.toHexDigits(place);
    }
}
