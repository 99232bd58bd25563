package org.trustedtrader.platform.mongo;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.history.HistoryChain;

/**
 * An aggregate's document as a verifier sees it, whatever kind of aggregate it is. Entries that lie in the archive are not
 * among those here; see {@link HistoryArchive#forEach}.
 *
 * @param history   the entries in the record itself
 * @param seals     the signature of each history entry, in the same order
 * @param stateHash the hash of what lies there now: state, versions seen, event
 */
public record StoredAggregate(
        String id, long version, List<HistoryEntry> history, List<String> seals, String stateHash) {

    public static StoredAggregate read(Document document) {
        var history = document.getList("history", Document.class).stream()
                .map(HistoryDocuments::read)
                .toList();
        var seals = document.getList("history", Document.class).stream()
                .map(entry -> entry.get("seal", ""))
                .toList();
        var stateHash = HistoryChain.stateHash(
                document.get("state", Document.class),
                Map.of("seen", document.getList("seen", Document.class)),
                document.get("lastEvent", Document.class).getString("data"));
        var version = ((Number) document.get("version")).longValue();
        return new StoredAggregate(document.getString("_id"), version, history, seals, stateHash);
    }
}
