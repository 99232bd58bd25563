package org.trustedtrader.platform.inbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.history.Sha256;
import org.trustedtrader.platform.mongo.EventDocuments;

/**
 * Messages that could not be handled, each with its reason, kept in the reader's own database until an operator replays
 * them. Who replayed what and when stays on record.
 */
public final class ParkedMessages implements ParkingLot {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedMessages.class);

    private final MongoCollection<Document> collection;

    ParkedMessages(MongoDatabase database) {
        this.collection = database.getCollection("parked");
    }

    /**
     * One parked message as operators see it. The body is not shown: it may hold what an operator need not know.
     *
     * @param state   {@code PARKED} or {@code REPLAYED}; a replayed message that fails again later is PARKED again
     * @param replays oldest first; never forgotten
     */
    public record Parked(
            String id,
            String source,
            String type,
            String subject,
            String reason,
            int attempts,
            Instant parkedAt,
            String state,
            List<Replay> replays) {}

    /** Who had it handled once more, and when (machine time, UTC). */
    public record Replay(String by, Instant at) {}

    @Override
    public void park(Event event, String reason, int attempts) {
        var id = Sha256.hex(event.id()).substring(0, 24);
        park(id, event.source(), event.type(), event.subject(), reason, attempts, EventDocuments.write(event));
    }

    /** Messages that differ in anything but how often they were delivered are parked apart. */
    @Override
    public void park(Message message, String source, String reason) {
        var text = ParkedText.of(message);
        park(text.key(), source, text.routingKey(), "", reason, 1, text.document());
    }

    /** Newest first, those still parked before those replayed. */
    public List<Parked> list(int limit) {
        return collection
                .find()
                .sort(Sorts.orderBy(Sorts.ascending("state"), Sorts.descending("parkedAt")))
                .limit(limit)
                .map(ParkedMessages::read)
                .into(new ArrayList<>());
    }

    /** The event of a parked message; empty if there is none or if the message never was an event. */
    Optional<Event> event(String id) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
                .map(parked -> parked.get("message", Document.class))
                .filter(message -> message.containsKey("id"))
                .map(EventDocuments::read);
    }

    /** How often each message was replayed, by id; those that never were are left out. */
    Map<String, Integer> replays() {
        Map<String, Integer> replays = new HashMap<>();
        collection
                .find(Filters.gt("replays.at", new Date(0)))
                .projection(Projections.include("replays"))
                .forEach(parked -> replays.put(
                        parked.getString("_id"),
                        parked.getList("replays", Document.class).size()));
        return replays;
    }

    void replayed(String id, String actor) {
        collection.updateOne(
                Filters.eq("_id", id),
                Updates.combine(
                        Updates.set("state", "REPLAYED"),
                        Updates.push("replays", new Document("by", actor).append("at", Date.from(Instant.now())))));
        LOG.info("fact=parked-message-replayed id={} actor={}", id, actor);
    }

    private void park(
            String id, String source, String type, String subject, String reason, int attempts, Document message) {
        collection.updateOne(
                Filters.eq("_id", id),
                Updates.combine(
                        Updates.set("source", source),
                        Updates.set("type", type),
                        Updates.set("subject", subject),
                        Updates.set("reason", reason),
                        Updates.set("attempts", attempts),
                        Updates.set("parkedAt", Date.from(Instant.now())),
                        Updates.set("state", "PARKED"),
                        Updates.set("message", message)),
                new UpdateOptions().upsert(true));
        LOG.error("alarm=message-parked id={} type={} subject={} reason={}", id, type, subject, reason);
    }

    private static Parked read(Document parked) {
        return new Parked(
                parked.getString("_id"),
                parked.getString("source"),
                parked.getString("type"),
                parked.getString("subject"),
                parked.getString("reason"),
                parked.getInteger("attempts"),
                parked.getDate("parkedAt").toInstant(),
                parked.getString("state"),
                parked.getList("replays", Document.class, List.of()).stream()
                        .map(replay -> new Replay(
                                replay.getString("by"), replay.getDate("at").toInstant()))
                        .toList());
    }
}
