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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.aggregate.Repository;
import org.trustedtrader.platform.event.Event;
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

    private static final Logger LOG = LoggerFactory.getLogger(AggregateStore.class);
    private static final Bson WITHOUT_LOGS = Projections.exclude("history", "outbox", "lastEvent");

    /** With what still waits to be announced, which is nearly always nothing. */
    private static final Bson TO_BE_CHANGED = Projections.exclude("history", "lastEvent");

    private static final int MOST_RACES = 200;

    private final AggregateType<A, ?> type;
    private final AggregateStoreFactory shared;
    private final MongoCollection<Document> collection;
    private final AggregateDocuments<A> documents;
    private final HistoryArchive archive;
    private final MongoOutbox outbox;

    protected AggregateStore(AggregateType<A, ?> type, AggregateStoreFactory shared) {
        this.type = type;
        this.shared = shared;
        this.collection = shared.database().getCollection(type.collection());
        this.documents = new AggregateDocuments<>(type, shared);
        this.archive = HistoryArchive.of(shared.database(), type.collection());
        this.outbox = new MongoOutbox(type.aggregate(), collection);
        var indexes = new ArrayList<>(type.indexes());
        indexes.add(new IndexModel(Indexes.ascending("changedAt", "_id")));
        indexes.add(new IndexModel(Indexes.ascending("outbox.at"), new IndexOptions().sparse(true)));
        collection.createIndexes(indexes);
        archive.createIndexes();
        shared.stores().add(this);
    }

    @Override
    public Optional<A> find(String id) {
        return load(id).map(documents::restore);
    }

    @Override
    public A visible(String id, Actor actor) {
        var found = find(id).filter(a -> a.visibleTo(actor)).orElseThrow(this::notFound);
        shared.regions().get().require(actor, found);
        return found;
    }

    @Override
    public A create(A fresh, Command command) {
        shared.regions().get().require(command.actor(), fresh);
        try {
            insert(fresh, command);
            return fresh;
        } catch (MongoWriteException e) {
            if (!MongoErrors.isDuplicateKey(e)) {
                throw e;
            }
            return load(fresh.id())
                    .filter(document -> CommandKeys.answered(document, command))
                    .map(documents::restore)
                    .orElseThrow(() -> new Refusal.AlreadyExists(type.aggregate()));
        }
    }

    @Override
    public boolean createIfAbsent(A fresh) {
        try {
            insert(fresh, Command.by(fresh.change().orElseThrow().actor())).await();
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
            shared.regions().get().require(command.actor(), aggregate);
            if (CommandKeys.answered(document, command)) {
                return aggregate;
            }
            checkVersion(aggregate, command);
            verb.accept(aggregate);
            if (aggregate.change().isEmpty()) {
                return aggregate;
            }
            var publication = update(document, aggregate, command);
            if (publication.isPresent()) {
                publication.get().await();
                return aggregate;
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
            if (update(document.get(), aggregate, command).isPresent()) {
                return Optional.of(aggregate);
            }
            pauseAfter(attempt);
        }
        throw new ConcurrentUpdateException(type.aggregate(), id);
    }

    @Override
    public List<HistoryEntry> history(String id) {
        var record = collection
                .find(Filters.eq("_id", id))
                .projection(Projections.include("history"))
                .first();
        var entries = new ArrayList<HistoryEntry>();
        if (record != null) {
            archive.forEach(record, entry -> entries.add(HistoryDocuments.read(entry)));
        }
        return List.copyOf(entries);
    }

    @Override
    public List<HistoryEntry> recentHistory(String id) {
        var record = collection
                .find(Filters.eq("_id", id))
                .projection(Projections.include("history"))
                .first();
        return record == null
                ? List.of()
                : record.getList("history", Document.class).stream()
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
                        type.collection(), d.getString("_id"), d.getLong("version"), d.getString("headHash")))
                .into(new ArrayList<>());
    }

    public final MongoOutbox outbox() {
        return outbox;
    }

    private PendingPublication insert(A fresh, Command command) {
        var first = documents.first(fresh, command);
        CrashPoints.reached("before-commit");
        collection.insertOne(documents.document(fresh.id(), first));
        return committed(fresh, first.event(), true);
    }

    /** @return empty if somebody else was faster */
    private Optional<PendingPublication> update(Document before, A aggregate, Command command) {
        var next = documents.next(before, aggregate, command);
        CrashPoints.reached("before-commit");
        var unchanged =
                Filters.and(Filters.eq("_id", aggregate.id()), Filters.eq("version", aggregate.storedVersion()));
        var outcome = collection.updateOne(unchanged, documents.update(before, next));
        if (outcome.getMatchedCount() == 0) {
            return Optional.empty();
        }
        var nothingPending = before.getList("outbox", Document.class, List.of()).isEmpty();
        var publication = committed(aggregate, next.event(), nothingPending);
        moveHistory(aggregate, before);
        return Optional.of(publication);
    }

    /** @param onlyOne whether nothing was pending before: as no other change came between, this event is the only one now */
    private PendingPublication committed(A aggregate, Event event, boolean onlyOne) {
        CrashPoints.reached("after-commit");
        aggregate.changeStored();
        BusinessLog.log(type.aggregate(), event);
        if (!type.isPublished()) {
            return PendingPublication.NOT_AWAITED;
        }
        return onlyOne
                ? shared.announcements().committed(outbox, event)
                : shared.announcements().committed(outbox, aggregate.id());
    }

    /** The change is stored in any case; what could not be moved now is moved after the next one, unless a person has to see to it. */
    private void moveHistory(A aggregate, Document before) {
        var block = shared.records().historyBlock();
        var archived = before.get("archived", Number.class);
        if (aggregate.version() - (archived == null ? 0 : archived.longValue()) < 2L * block) {
            return;
        }
        try {
            archive.move(aggregate.id(), block);
        } catch (RuntimeException e) {
            var message = "history-not-archived {}={} reason={}";
            if (MongoErrors.isUnavailable(e)) {
                LOG.warn("problem=" + message, type.aggregate(), aggregate.id(), e.toString());
            } else {
                LOG.error("alarm=" + message, type.aggregate(), aggregate.id(), e.toString());
            }
        }
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
        return new Refusal.NotFound(type.aggregate());
    }
}
