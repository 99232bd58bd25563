package org.trustedtrader.simulation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.aggregate.Repository;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Aggregates of one kind in maps. Each is read back from its snapshot, so that nothing survives that is not stored, and each
 * change is announced.
 */
class InMemory<A extends Aggregate, S> implements Repository<A> {

    /** One stored version. @param changedBy actor id */
    record Version<S>(String id, long version, S snapshot, Map<String, Long> seen, String name, String changedBy) {}

    private final String kind;
    private final Function<A, S> snapshot;
    private final BiFunction<Aggregate.Stored, S, A> restore;
    private final Clock clock;
    private final Map<String, Version<S>> newest = new TreeMap<>();
    private final Map<String, List<HistoryEntry>> histories = new HashMap<>();
    private Consumer<Version<S>> reader = version -> {};

    InMemory(String kind, Function<A, S> snapshot, BiFunction<Aggregate.Stored, S, A> restore, Clock clock) {
        this.kind = kind;
        this.snapshot = snapshot;
        this.restore = restore;
        this.clock = clock;
    }

    /** @param newReader told of every version once it is stored */
    final void announceTo(Consumer<Version<S>> newReader) {
        reader = newReader;
    }

    @Override
    public Optional<A> find(String id) {
        return Optional.ofNullable(newest.get(id)).map(this::read);
    }

    final Optional<S> look(String id) {
        return Optional.ofNullable(newest.get(id)).map(Version::snapshot);
    }

    final Version<S> newest(String id) {
        return Objects.requireNonNull(newest.get(id));
    }

    final Iterable<Version<S>> all() {
        return newest.values();
    }

    final A read(Version<S> version) {
        return restore.apply(new Aggregate.Stored(version.id(), version.version(), version.seen()), version.snapshot());
    }

    @Override
    public A visible(String id, Actor actor) {
        return find(id).filter(a -> a.visibleTo(actor)).orElseThrow(() -> new Refusal.NotFound(kind));
    }

    @Override
    public A create(A fresh, Command command) {
        if (!createIfAbsent(fresh)) {
            throw new Refusal.AlreadyExists(kind);
        }
        return fresh;
    }

    @Override
    public A change(String id, Command command, Consumer<A> verb) {
        var aggregate = visible(id, command.actor());
        verb.accept(aggregate);
        store(aggregate);
        return aggregate;
    }

    @Override
    public Optional<A> react(String id, Consumer<A> verb) {
        var found = find(id);
        found.ifPresent(aggregate -> {
            verb.accept(aggregate);
            store(aggregate);
        });
        return found;
    }

    @Override
    public boolean createIfAbsent(A fresh) {
        if (newest.containsKey(fresh.id())) {
            return false;
        }
        store(fresh);
        return true;
    }

    @Override
    public List<HistoryEntry> history(String id) {
        return List.copyOf(histories.getOrDefault(id, List.of()));
    }

    /** For indexes. */
    protected void stored(Version<S> version) {}

    private void store(A aggregate) {
        var changed = aggregate.change();
        if (changed.isEmpty()) {
            return;
        }
        var change = changed.get();
        var version = new Version<>(
                aggregate.id(),
                aggregate.version(),
                snapshot.apply(aggregate),
                aggregate.seen(),
                change.name(),
                change.actor().id());
        newest.put(version.id(), version);
        histories
                .computeIfAbsent(version.id(), _ -> new ArrayList<>())
                .add(new HistoryEntry(
                        version.version(),
                        change.name(),
                        change.actor().id(),
                        "",
                        change.effectiveAt(),
                        clock.instant(),
                        change.from(),
                        change.to(),
                        change.reason(),
                        change.legalBasis(),
                        List.of(),
                        "",
                        "",
                        ""));
        aggregate.changeStored();
        stored(version);
        reader.accept(version);
    }
}
