package org.trustedtrader.platform.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.outbox.Outbox;

/** Pending events inside the aggregates' own documents. */
public final class MongoOutbox implements Outbox {

    private static final int LARGEST_PAGE = 4 * 1024 * 1024;

    private final String aggregate;
    private final MongoCollection<Document> collection;

    MongoOutbox(String aggregate, MongoCollection<Document> collection) {
        this.aggregate = aggregate;
        this.collection = collection;
    }

    @Override
    public String aggregate() {
        return aggregate;
    }

    @Override
    public List<Event> pending(String aggregateId) {
        var document = collection
                .find(Filters.eq("_id", aggregateId))
                .projection(Projections.include("outbox"))
                .first();
        return document == null
                ? List.of()
                : document.getList("outbox", Document.class, List.of()).stream()
                        .map(EventDocuments::read)
                        .toList();
    }

    @Override
    public void published(String aggregateId, Event event) {
        collection.updateOne(Filters.eq("_id", aggregateId), Updates.pull("outbox", new Document("id", event.id())));
    }

    @Override
    public List<String> pendingBefore(Instant before, int limit) {
        return collection
                .find(Filters.lt("outbox.at", Date.from(before)))
                .projection(Projections.include("_id"))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Instant> oldestPending() {
        var oldest = collection
                .find(Filters.gt("outbox.at", new Date(0)))
                .projection(Projections.include("outbox.at"))
                .sort(Sorts.ascending("outbox.at"))
                .first();
        return Optional.ofNullable(oldest)
                .flatMap(document -> document.getList("outbox", Document.class, List.of()).stream()
                        .map(event -> event.getDate("at").toInstant())
                        .min(Instant::compareTo));
    }

    @Override
    public Changes changesSince(String cursor, long overlapSeconds, int limit) {
        var from = ChangeCursor.parse(cursor).earlierBy(overlapSeconds);
        var page = collection
                .find(from.after())
                .projection(Projections.include("changedAt", "lastEvent"))
                .sort(Sorts.ascending("changedAt", "_id"))
                .limit(limit + 1)
                .into(new ArrayList<>());
        var shown = page.subList(0, fitting(page, limit));
        var more = shown.size() < page.size();
        var next = shown.isEmpty() ? from : cursorOf(shown.getLast());
        var events = shown.stream()
                .map(document -> EventDocuments.read(document.get("lastEvent", Document.class)))
                .toList();
        return new Changes(events, next.toString(), more);
    }

    /** How many fit into one page: at most {@code limit}, and about 4 MB, but always one. */
    private static int fitting(List<Document> page, int limit) {
        int characters = 0;
        int count = 0;
        while (count < page.size() && count < limit) {
            characters += page.get(count)
                    .get("lastEvent", Document.class)
                    .getString("data")
                    .length();
            if (count > 0 && characters > LARGEST_PAGE) {
                break;
            }
            count++;
        }
        return count;
    }

    private static ChangeCursor cursorOf(Document document) {
        return new ChangeCursor(document.getDate("changedAt").getTime(), document.getString("_id"));
    }
}
