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
import org.trustedtrader.platform.event.EventFormat;
import org.trustedtrader.platform.history.HistoryChain;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The document of an aggregate: what it is made of when it is first stored, and what one change adds. */
final class AggregateDocuments<A extends Aggregate> {

    private static final Logger LOG = LoggerFactory.getLogger(AggregateDocuments.class);

    private final AggregateType<A, ?> type;
    private final AggregateStoreFactory shared;
    private final RecordLimits limits;

    AggregateDocuments(AggregateType<A, ?> type, AggregateStoreFactory shared) {
        this.type = type;
        this.shared = shared;
        this.limits = new RecordLimits(shared.records().largest());
    }

    /**
     * What one change stores.
     *
     * @param fields what replaces the fields of the version before
     * @param entry  what is appended to the history
     * @param event  what is published; {@code fields} hold it as {@code lastEvent}
     */
    record NewVersion(Document fields, Document entry, Event event) {

        Document lastEvent() {
            return fields.get("lastEvent", Document.class);
        }
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
                    type.aggregate(),
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
        return type.restore(stored, document.get("state", Document.class), unknown);
    }

    /** The first version; its document is {@link #document}. */
    NewVersion first(A fresh, Command command) {
        return next(new Document("headHash", ""), fresh, command);
    }

    Document document(String id, NewVersion first) {
        return new Document("_id", id)
                .append("historyBytes", RecordLimits.bytes(first.entry()))
                .append("history", List.of(first.entry()))
                .append("outbox", type.isPublished() ? List.of(first.lastEvent()) : List.of())
                .append("version", first.fields().get("version"))
                .append("state", first.fields().get("state"))
                .append("seen", first.fields().get("seen"))
                .append("headHash", first.fields().get("headHash"))
                .append("commands", first.fields().get("commands"))
                .append("changedAt", first.fields().get("changedAt"))
                .append("lastEvent", first.lastEvent());
    }

    /**
     * @param before the stored document without its history
     * @throws Refusal.RuleBroken {@code record-too-large}
     */
    NewVersion next(Document before, A aggregate, Command command) {
        var change = aggregate.change().orElseThrow(() -> new IllegalStateException("Nothing was recorded"));
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var state = type.state(aggregate);
        var seen = seen(aggregate);
        var data = shared.json().writeValueAsString(type.payload(aggregate));
        var stateHash = HistoryChain.stateHash(state, Map.of("seen", seen), data);
        var entry = HistoryChain.next(
                aggregate.id(),
                aggregate.version(),
                before.getString("headHash"),
                change,
                command.internalNote(),
                now,
                stateHash);
        var event = event(aggregate, change.name(), change.actor().id(), now, data);
        var fields = new Document("version", aggregate.version())
                .append("state", state)
                .append("seen", seen)
                .append("headHash", entry.hash())
                .append("commands", CommandKeys.with(before, command, aggregate.version()))
                .append("changedAt", Date.from(now))
                .append("lastEvent", EventDocuments.write(event));
        var next = new NewVersion(
                fields, HistoryDocuments.write(entry, shared.seal().of(entry.hash())), event);
        limits.check(before, next, change.actor());
        return next;
    }

    Bson update(Document before, NewVersion next) {
        var updates = new ArrayList<Bson>();
        next.fields().forEach((field, value) -> updates.add(Updates.set(field, value)));
        updates.add(Updates.push("history", next.entry()));
        if (type.isPublished()) {
            updates.add(Updates.push("outbox", next.lastEvent()));
        }
        updates.add(Updates.inc("historyBytes", RecordLimits.added(before, next)));
        return Updates.combine(updates);
    }

    private Event event(A aggregate, String name, String actor, Instant now, String data) {
        var kind = type.aggregate();
        var source = shared.service();
        var event = new Event(
                source + "/" + kind + "/" + aggregate.id() + "/" + aggregate.version(),
                source + "." + kind + "." + name + ".v1",
                source,
                kind + "/" + aggregate.id(),
                now,
                aggregate.version(),
                actor,
                shared.traceparent().get(),
                data);
        EventFormat.check(event);
        return event;
    }

    /** As a list, because a subject holds characters that a field name should not. */
    private static List<Document> seen(Aggregate aggregate) {
        return aggregate.seen().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Document("subject", e.getKey()).append("version", e.getValue()))
                .toList();
    }
}
