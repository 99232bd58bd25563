package org.trustedtrader.platform.mongo;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.history.HistoryChain;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The document of an aggregate: what it is made of when it is first stored, and what one change adds. */
final class AggregateDocuments<A extends Aggregate> {

    private static final Logger LOG = LoggerFactory.getLogger(AggregateDocuments.class);
    private static final int LARGEST_ANNOUNCEMENT = 256 * 1024;

    private final AggregateMapping<A> mapping;
    private final AggregateStoreFactory shared;

    AggregateDocuments(AggregateMapping<A> mapping, AggregateStoreFactory shared) {
        this.mapping = mapping;
        this.shared = shared;
    }

    A restore(Document document) {
        return restore(document, field -> {});
    }

    /**
     * For a change, after which the whole state is written again.
     *
     * @throws Refusal.Unavailable if that would lose what a newer version of the service stored
     */
    A restoreToChange(Document document) {
        var unknown = new ArrayList<String>();
        var aggregate = restore(document, unknown::add);
        if (!unknown.isEmpty()) {
            LOG.warn(
                    "problem=stored-fields-unknown {}={} fields={}",
                    mapping.aggregate(),
                    document.getString("_id"),
                    unknown);
            throw new Refusal.Unavailable(Message.of("record.newer-version"));
        }
        return aggregate;
    }

    private A restore(Document document, Consumer<String> unknown) {
        var seen = new HashMap<String, Long>();
        document.getList("seen", Document.class, List.of())
                .forEach(s -> seen.put(s.getString("subject"), s.getLong("version")));
        var stored = new Aggregate.Stored(document.getString("_id"), document.getLong("version"), seen);
        return mapping.restore(stored, document.get("state", Document.class), unknown);
    }

    Document first(A fresh, Command command) {
        var after = next(new Document("_id", fresh.id()).append("headHash", ""), fresh, command);
        after.put("history", List.of(after.remove("entry")));
        after.put("outbox", mapping.isPublished() ? List.of(after.get("lastEvent")) : List.of());
        return after;
    }

    /** The document after the aggregate's change; the new history entry lies under {@code entry} until it is stored. */
    Document next(Document before, A aggregate, Command command) {
        var change = aggregate.change().orElseThrow(() -> new IllegalStateException("Nothing was recorded"));
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var state = mapping.state(aggregate);
        var seen = seen(aggregate);
        var data = shared.json().writeValueAsString(mapping.announcement(aggregate));
        if (data.length() > LARGEST_ANNOUNCEMENT) {
            throw new Refusal.RuleBroken("record-too-large", Message.of("record.too-large"));
        }
        var stateHash = HistoryChain.stateHash(state, Map.of("seen", seen), data);
        var entry = HistoryChain.next(
                aggregate.id(), aggregate.version(), before.getString("headHash"), change, now, stateHash);
        var event = event(aggregate, change.name(), change.actor().id(), now, data);
        return new Document("_id", aggregate.id())
                .append("version", aggregate.version())
                .append("state", state)
                .append("seen", seen)
                .append("headHash", entry.hash())
                .append("commands", CommandKeys.with(before, command, aggregate.version()))
                .append("changedAt", Date.from(now))
                .append("lastEvent", EventDocuments.write(event))
                .append("entry", HistoryDocuments.write(entry, shared.seal().of(entry.hash())));
    }

    Bson update(Document after) {
        var stored = Updates.combine(
                Updates.set("version", after.get("version")),
                Updates.set("state", after.get("state")),
                Updates.set("seen", after.get("seen")),
                Updates.set("headHash", after.get("headHash")),
                Updates.set("commands", after.get("commands")),
                Updates.set("changedAt", after.get("changedAt")),
                Updates.set("lastEvent", after.get("lastEvent")),
                Updates.push("history", after.get("entry")));
        return mapping.isPublished() ? Updates.combine(stored, Updates.push("outbox", after.get("lastEvent"))) : stored;
    }

    private Event event(A aggregate, String name, String actor, Instant now, String data) {
        var kind = mapping.aggregate();
        var source = shared.service();
        return new Event(
                source + "/" + kind + "/" + aggregate.id() + "/" + aggregate.version(),
                source + "." + kind + "." + name + ".v1",
                source,
                kind + "/" + aggregate.id(),
                now,
                aggregate.version(),
                actor,
                shared.traceparent().get(),
                data);
    }

    /** As a list, because a subject holds characters that a field name should not. */
    private static List<Document> seen(Aggregate aggregate) {
        return aggregate.seen().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Document("subject", e.getKey()).append("version", e.getValue()))
                .toList();
    }
}
