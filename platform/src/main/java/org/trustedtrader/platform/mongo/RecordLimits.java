package org.trustedtrader.platform.mongo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.springframework.util.unit.DataSize;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * How large a record may grow. MongoDB refuses a document above 16 MB, and a record that it refuses can be decided on by
 * nobody; so a change is refused long before. What a company writes may fill half of what a record may hold, and the other
 * half is kept for decisions of officers and of the platform.
 */
final class RecordLimits {

    private static final int LARGEST_PAYLOAD = 256 * 1024;
    private static final int MOST_SEEN = 1000;
    /** What an entry takes in a record that was stored before its history was counted. */
    private static final long TYPICAL_ENTRY = 900;

    private static final DocumentCodec CODEC = new DocumentCodec();

    private final DataSize largest;

    RecordLimits(DataSize largest) {
        this.largest = largest;
    }

    /** @param before the stored document without its history */
    void check(Document before, AggregateDocuments.NewVersion next, Actor actor) {
        var payload = next.event().data().getBytes(StandardCharsets.UTF_8).length;
        if (payload > LARGEST_PAYLOAD) {
            throw tooLarge("storage.payload-too-large");
        }
        if (next.fields().getList("seen", Document.class).size() > MOST_SEEN) {
            throw tooLarge("storage.seen-too-many");
        }
        // A long record of the version before: its history moves to the archive only after a change, which a decision
        // may be.
        if (actor.company().isEmpty() && before.containsKey("version") && !before.containsKey("historyBytes")) {
            return;
        }
        var allowed = actor.company().isPresent() ? largest.toBytes() / 2 : largest.toBytes();
        if (sizeAfter(before, next) > allowed) {
            throw tooLarge("storage.record-too-large");
        }
    }

    private static long sizeAfter(Document before, AggregateDocuments.NewVersion next) {
        var pending = bytes(new Document("outbox", before.getList("outbox", Document.class, List.of())));
        return bytes(next.fields()) + pending + bytes(next.lastEvent()) + historyBytes(before) + bytes(next.entry());
    }

    /** By how much the counted size of the history in the record grows. */
    static long added(Document before, AggregateDocuments.NewVersion next) {
        var counted = before.containsKey("historyBytes");
        return bytes(next.entry()) + (counted ? 0 : historyBytes(before));
    }

    private static long historyBytes(Document before) {
        var counted = before.get("historyBytes", Number.class);
        var version = before.get("version", Number.class);
        return counted != null ? counted.longValue() : version == null ? 0 : version.longValue() * TYPICAL_ENTRY;
    }

    static long bytes(Document document) {
        return new RawBsonDocument(document, CODEC).getByteBuffer().remaining();
    }

    private static Refusal tooLarge(String key) {
        return new Refusal.RuleBroken("record-too-large", Message.of(key));
    }
}
