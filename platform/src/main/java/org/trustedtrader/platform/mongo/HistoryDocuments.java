package org.trustedtrader.platform.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.trustedtrader.platform.aggregate.FieldChange;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/** History entries as they lie in an aggregate's document. */
public final class HistoryDocuments {

    private HistoryDocuments() {}

    static Document write(HistoryEntry entry, String seal) {
        var document = new Document("version", entry.version())
                .append("name", entry.name())
                .append("actor", entry.actor())
                .append("actorRoles", entry.actorRoles())
                .append("effectiveAt", Date.from(entry.effectiveAt()))
                .append("recordedAt", Date.from(entry.recordedAt()))
                .append("from", entry.from())
                .append("to", entry.to())
                .append("reason", entry.reason())
                .append("legalBasis", entry.legalBasis())
                .append("stateHash", entry.stateHash())
                .append("previous", entry.previous())
                .append("hash", entry.hash())
                .append("seal", seal);
        if (!entry.changes().isEmpty()) {
            document.append(
                    "changes",
                    entry.changes().stream()
                            .map(change -> new Document("field", change.field())
                                    .append("before", change.before())
                                    .append("after", change.after()))
                            .toList());
        }
        return entry.internalNote().isEmpty() ? document : document.append("internalNote", entry.internalNote());
    }

    /** Reads an entry as it stands, without checking it. */
    public static HistoryEntry read(Document entry) {
        return new HistoryEntry(
                ((Number) entry.get("version")).longValue(),
                entry.getString("name"),
                entry.getString("actor"),
                entry.getString("actorRoles"),
                instant(entry, "effectiveAt"),
                instant(entry, "recordedAt"),
                entry.getString("from"),
                entry.getString("to"),
                entry.getString("reason"),
                entry.getString("legalBasis"),
                entry.getList("changes", Document.class, List.of()).stream()
                        .map(change -> new FieldChange(
                                change.getString("field"), change.getString("before"), change.getString("after")))
                        .toList(),
                entry.getString("stateHash"),
                entry.getString("previous"),
                entry.getString("hash"),
                entry.get("internalNote", ""));
    }

    private static Instant instant(Document entry, String field) {
        return entry.getDate(field).toInstant();
    }
}
