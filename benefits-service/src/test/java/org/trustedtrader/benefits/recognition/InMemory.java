package org.trustedtrader.benefits.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.aggregate.Repository;
import org.trustedtrader.platform.refusal.Refusal;

/** A repository in memory that can be made to fail at the n-th write from now. */
public class InMemory<A extends Aggregate> implements Repository<A> {

    private record Stored<A>(A aggregate, Map<String, String> keys) {}

    private final Map<String, Stored<A>> stored = new TreeMap<>();
    private final Map<String, List<HistoryEntry>> histories = new HashMap<>();
    private final BiFunction<A, Aggregate.Stored, A> copy;
    private int writesLeft = Integer.MAX_VALUE;

    /** @param copy the same aggregate as it would be read back under that version */
    protected InMemory(BiFunction<A, Aggregate.Stored, A> copy) {
        this.copy = copy;
    }

    public void failAfter(int writes) {
        writesLeft = writes;
    }

    public void heal() {
        writesLeft = Integer.MAX_VALUE;
    }

    @Override
    public synchronized Optional<A> find(String id) {
        return Optional.ofNullable(stored.get(id)).map(s -> copy(s.aggregate()));
    }

    @Override
    public A visible(String id, Actor actor) {
        return find(id).filter(a -> a.visibleTo(actor)).orElseThrow(() -> new Refusal.NotFound("thing"));
    }

    @Override
    public synchronized A create(A fresh, Command command) {
        if (!createIfAbsent(fresh)) {
            throw new Refusal.AlreadyExists("thing");
        }
        return find(fresh.id()).orElseThrow();
    }

    @Override
    public synchronized A change(String id, Command command, Consumer<A> verb) {
        var before = Optional.ofNullable(stored.get(id)).orElseThrow(() -> new Refusal.NotFound("thing"));
        var key = command.key().orElse("");
        var known = before.keys().get(key);
        if (known != null && !known.equals(command.fingerprint())) {
            throw new Refusal.KeyReused();
        }
        if (known != null) {
            return copy(before.aggregate());
        }
        var changed = react(id, verb).orElseThrow();
        if (!key.isEmpty()) {
            stored.get(id).keys().put(key, command.fingerprint());
        }
        return changed;
    }

    @Override
    public synchronized Optional<A> react(String id, Consumer<A> verb) {
        var before = stored.get(id);
        if (before == null) {
            return Optional.empty();
        }
        var aggregate = copy(before.aggregate());
        verb.accept(aggregate);
        if (aggregate.change().isPresent()) {
            write(aggregate, before.keys());
        }
        return find(id);
    }

    @Override
    public synchronized boolean createIfAbsent(A fresh) {
        if (stored.containsKey(fresh.id())) {
            return false;
        }
        write(fresh, new HashMap<>());
        return true;
    }

    @Override
    public synchronized List<HistoryEntry> history(String id) {
        return List.copyOf(histories.getOrDefault(id, List.of()));
    }

    protected synchronized List<A> all() {
        return stored.values().stream().map(s -> copy(s.aggregate())).toList();
    }

    private void write(A aggregate, Map<String, String> keys) {
        if (writesLeft-- <= 0) {
            throw new Refusal.Unavailable("away");
        }
        stored.put(aggregate.id(), new Stored<>(copy(aggregate), keys));
        histories.computeIfAbsent(aggregate.id(), _ -> new ArrayList<>()).add(entry(aggregate));
    }

    /** Without the hashes, which nobody reads here. */
    private static HistoryEntry entry(Aggregate aggregate) {
        var change = aggregate.change().orElseThrow();
        return new HistoryEntry(
                aggregate.version(),
                change.name(),
                change.actor().id(),
                "",
                change.effectiveAt(),
                change.effectiveAt(),
                change.from(),
                change.to(),
                change.reason(),
                "",
                List.of(),
                "",
                "",
                "");
    }

    private A copy(A aggregate) {
        return copy.apply(aggregate, new Aggregate.Stored(aggregate.id(), aggregate.version(), Map.of()));
    }

    static final class Members extends InMemory<PartnerMember> implements PartnerMembers {

        Members() {
            super((m, stored) -> PartnerMember.restore(stored, m.snapshot()));
        }

        @Override
        public List<PartnerMember> named(Collection<String> tins) {
            return all().stream().filter(m -> tins.contains(m.id())).toList();
        }

        @Override
        public List<PartnerMember> of(String partner, @Nullable String afterTin, int limit) {
            return all().stream()
                    .filter(m -> m.source().partner().equals(partner))
                    .filter(m -> afterTin == null || m.id().compareTo(afterTin) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public void forEach(Consumer<PartnerMember> consumer) {
            all().forEach(consumer);
        }
    }

    static final class Registers extends InMemory<PartnerRegister> implements PartnerRegisters {
        Registers() {
            super((r, stored) -> PartnerRegister.restore(stored, r.snapshot()));
        }
    }

    static final class Lists extends InMemory<PartnerList> implements PartnerLists {
        Lists() {
            super((l, stored) -> PartnerList.restore(stored, l.snapshot()));
        }
    }

    static final class Quarantined implements Quarantine {

        final List<Entry> entries = new ArrayList<>();

        @Override
        public void replace(String partner, String listId, List<RowError> errors) {
            entries.removeIf(entry -> entry.listId().equals(listId));
            errors.forEach(error -> entries.add(new Entry(listId + entries.size(), listId, error)));
        }

        @Override
        public void keepOnly(String partner, String listId) {
            entries.removeIf(entry -> !entry.listId().equals(listId));
        }

        @Override
        public List<Entry> page(String partner, String after, int limit) {
            return List.copyOf(entries);
        }
    }
}
