package org.trustedtrader.platform.mongo;

import java.util.Date;
import org.bson.Document;
import org.trustedtrader.platform.event.Event;

/** Events as they lie in an aggregate's outbox. */
public final class EventDocuments {

    private EventDocuments() {}

    public static Document write(Event event) {
        return new Document("id", event.id())
                .append("type", event.type())
                .append("source", event.source())
                .append("subject", event.subject())
                .append("at", Date.from(event.time()))
                .append("version", event.version())
                .append("actor", event.actor())
                .append("traceparent", event.traceparent())
                .append("data", event.data());
    }

    public static Event read(Document event) {
        return new Event(
                event.getString("id"),
                event.getString("type"),
                event.getString("source"),
                event.getString("subject"),
                event.getDate("at").toInstant(),
                event.getLong("version"),
                event.getString("actor"),
                event.getString("traceparent"),
                event.getString("data"));
    }
}
