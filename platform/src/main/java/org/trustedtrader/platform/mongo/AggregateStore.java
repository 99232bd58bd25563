package org.trustedtrader.platform.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.aggregate.Repository;
import org.trustedtrader.platform.faults.CrashPoints;
import org.trustedtrader.platform.history.HistoryHead;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.outbox.PendingPublication;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Aggregates of one kind in MongoDB: one document each, holding state, history, pending events and recent command keys,
 * changed by one update on the condition that its version is still the one that was read. Nothing else is needed for a
 * change to be all there or not at all.
 */
public class AggregateStore<A extends Aggregate> implements Repository<A> {

    private static final Bson WITHOUT_LOGS = Projections.exclude("history", "outbox", "lastEvent");

    /** With what still waits to be announced, which is nearly always nothing. */
    private static final Bson TO_BE_CHANGED = Projections.exclude("history", "lastEvent");

    private static final int MOST_RACES = 200;

    private final AggregateMapping<A> mapping;
    private final AggregateStoreFactory shared;
    private final MongoCollection<Document> collection;
    private final AggregateDocuments<A> documents;
    private final MongoOutbox outbox;

    protected AggregateStore(AggregateMapping<A> mapping, AggregateStoreFactory shared) {
        this.mapping = mapping;
        this.shared = shared;
        this.collection = shared.database().getCollection(mapping.collection());
        this.documents = new AggregateDocuments<>(mapping, shared);
        this.outbox = new MongoOutbox(mapping.aggregate(), collection);
        var indexes = new ArrayList<>(mapping.indexes());
        indexes.add(new IndexModel(Indexes.ascending("changedAt", "_id")));
        indexes.add(new IndexModel(Indexes.ascending("outbox.at"), new IndexOptions().sparse(true)));
        collection.createIndexes(indexes);
        shared.stores().add(this);
    }

    @Override
    public Optional<A> find(String id) {
        return load(id).map(documents::restore);
    }

    @Override
    public A visible(String id, Actor actor) {
        return find(id).filter(a -> a.visibleTo(actor)).orElseThrow(this::notFound);
    }

    @Override
    public A create(A fresh, Command command) {
        try {
            return insert(fresh, command).aggregate();
        } catch (MongoWriteException e) {
            if (!MongoErrors.isDuplicateKey(e)) {
                throw e;
            }
            return load(fresh.id())
                    .filter(document -> CommandKeys.answered(document, command))
                    .map(documents::restore)
                    .orElseThrow(() -> new Refusal.AlreadyExists(mapping.aggregate()));
        }
    }

    @Override
    public boolean createIfAbsent(A fresh) {
        try {
            insert(fresh, Command.by(fresh.change().orElseThrow().actor()))
                    .announcement()
                    .await();
            return true;
        } catch (MongoWriteException e) {
            if (MongoErrors.isDuplicateKey(e)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public A change(String id, Command command, Consumer<A> verb) {
        for (int attempt = 0; attempt < MOST_RACES; attempt++) {
            var document = load(id).orElseThrow(this::notFound);
            var aggregate = documents.restoreToChange(document);
            if (!aggregate.visibleTo(command.actor())) {
                throw notFound();
            }
            if (CommandKeys.answered(document, command)) {
                return aggregate;
            }
            checkVersion(aggregate, command);
            verb.accept(aggregate);
            if (aggregate.change().isEmpty()) {
                return aggregate;
            }
            var stored = update(document, aggregate, command);
            if (stored.isPresent()) {
                stored.get().announcement().await();
                return stored.get().aggregate();
            }
            pauseAfter(attempt);
        }
        throw new Refusal.Unavailable(Message.of("record.busy"));
    }

    @Override
    public Optional<A> react(String id, Consumer<A> verb) {
        for (int attempt = 0; attempt < MOST_RACES; attempt++) {
            var document = load(id);
            if (document.isEmpty()) {
                return Optional.empty();
            }
            var aggregate = documents.restoreToChange(document.get());
            verb.accept(aggregate);
            if (aggregate.change().isEmpty()) {
                return Optional.of(aggregate);
            }
            var command = Command.by(aggregate.change().get().actor());
            var stored = update(document.get(), aggregate, command);
            if (stored.isPresent()) {
                return stored.map(Stored::aggregate);
            }
            pauseAfter(attempt);
        }
        throw new ConcurrentUpdateException(mapping.aggregate(), id);
    }

    @Override
    public List<HistoryEntry> history(String id) {
        var document = collection
                .find(Filters.eq("_id", id))
                .projection(Projections.include("history"))
                .first();
        return document == null
                ? List.of()
                : document.getList("history", Document.class).stream()
                        .map(HistoryDocuments::read)
                        .toList();
    }

    /** In order of id, after the given one; state fields are addressed as {@code state.company}. */
    protected final List<A> query(Bson filter, @Nullable String afterId, int limit) {
        var from = afterId == null ? filter : Filters.and(filter, Filters.gt("_id", afterId));
        return collection
                .find(from)
                .projection(WITHOUT_LOGS)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(documents::restore)
                .into(new ArrayList<>());
    }

    /** Where the histories stand of the aggregates that changed since then, machine time. */
    public final List<HistoryHead> headsSince(Instant since) {
        return collection
                .find(Filters.gte("changedAt", Date.from(since)))
                .projection(Projections.include("version", "headHash"))
                .map(d -> new HistoryHead(
                        mapping.collection(), d.getString("_id"), d.getLong("version"), d.getString("headHash")))
                .into(new ArrayList<>());
    }

    public final MongoOutbox outbox() {
        return outbox;
    }

    private Stored<A> insert(A fresh, Command command) {
        var document = documents.first(fresh, command);
        CrashPoints.reached("before-commit");
        collection.insertOne(document);
        return committed(document, List.of());
    }

    private Optional<Stored<A>> update(Document before, A aggregate, Command command) {
        var after = documents.next(before, aggregate, command);
        CrashPoints.reached("before-commit");
        var unchanged =
                Filters.and(Filters.eq("_id", aggregate.id()), Filters.eq("version", aggregate.storedVersion()));
        var outcome = collection.updateOne(unchanged, documents.update(after));
        return outcome.getMatchedCount() == 1
                ? Optional.of(committed(after, before.getList("outbox", Document.class, List.of())))
                : Optional.empty();
    }

    private record Stored<A>(A aggregate, PendingPublication announcement) {}

    /** @param waiting what had still to be announced before this; as no other change came between, there is no more of it */
    private Stored<A> committed(Document document, List<Document> waiting) {
        CrashPoints.reached("after-commit");
        BusinessLog.log(shared.service(), mapping.aggregate(), document);
        var announcement = announce(document, waiting);
        return new Stored<>(documents.restore(document), announcement);
    }

    private PendingPublication announce(Document document, List<Document> waiting) {
        if (!mapping.isPublished()) {
            return PendingPublication.NOT_AWAITED;
        }
        return waiting.isEmpty()
                ? shared.announcements()
                        .committed(outbox, EventDocuments.read(document.get("lastEvent", Document.class)))
                : shared.announcements().committed(outbox, document.getString("_id"));
    }

    private static void pauseAfter(int attempt) {
        LockSupport.parkNanos(
                Math.min(attempt, 20) * ThreadLocalRandom.current().nextLong(500_000));
    }

    private Optional<Document> load(String id) {
        return Optional.ofNullable(
                collection.find(Filters.eq("_id", id)).projection(TO_BE_CHANGED).first());
    }

    private void checkVersion(A aggregate, Command command) {
        var expected = command.expectedVersion();
        if (expected.isPresent() && expected.getAsLong() != aggregate.storedVersion()) {
            throw new Refusal.StaleVersion(expected.getAsLong(), aggregate.storedVersion());
        }
    }

    private Refusal.NotFound notFound() {
        return new Refusal.NotFound(mapping.aggregate());
    }
}
