package org.trustedtrader.border.trader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The known versions of one aggregate, immutable. A readable version takes the place of an unreadable one of its number. */
public final class Revisions {

    public static final Revisions NONE = new Revisions(List.of());

    private final List<Revision> ascending;

    private Revisions(List<Revision> ascending) {
        this.ascending = ascending;
    }

    /** @param states of one aggregate, in any order, some perhaps twice */
    public static Revisions of(List<Revision> states) {
        var best = new TreeMap<Long, Revision>();
        for (var revision : states) {
            best.merge(revision.version(), revision, (one, other) -> one.readable() ? one : other);
        }
        return new Revisions(List.copyOf(best.values()));
    }

    public boolean has(Revision revision) {
        for (var k : ascending) {
            if (k.version() == revision.version()) {
                return k.readable() || !revision.readable();
            }
        }
        return false;
    }

    public Revisions with(Revision revision) {
        if (has(revision)) {
            return this;
        }
        var all = new ArrayList<Revision>(ascending.size() + 1);
        ascending.stream().filter(k -> k.version() != revision.version()).forEach(all::add);
        all.add(revision);
        all.sort(Comparator.comparingLong(Revision::version));
        return new Revisions(List.copyOf(all));
    }

    public Revisions upTo(long version) {
        return new Revisions(
                ascending.stream().filter(k -> k.version() <= version).toList());
    }

    /** Those that were recorded by that time, machine time of their owner. */
    public Revisions knownAt(Instant recorded) {
        return new Revisions(ascending.stream()
                .filter(k -> !k.recordedAt().isAfter(recorded))
                .toList());
    }

    /** What counts at that time: of the versions effective by then, the one decided last; null before the first. */
    public @Nullable Revision at(long millis) {
        var counting = counting(millis);
        return counting < 0 ? null : ascending.get(counting);
    }

    /**
     * The first known version behind a gap above the one that counts at that time: a version in the gap was never received and may
     * be what counted, whatever lies between. Null where none is missing. Revisions are numbered from 1 without gaps by their
     * owner.
     */
    public @Nullable Revision beyondGap(long millis) {
        var counting = counting(millis);
        var received = counting < 0 ? 0 : ascending.get(counting).version();
        for (var next : ascending.subList(counting + 1, ascending.size())) {
            if (next.version() > received + 1) {
                return next;
            }
            received = next.version();
        }
        return null;
    }

    private int counting(long millis) {
        var counting = ascending.size() - 1;
        while (counting >= 0 && ascending.get(counting).effectiveMillis() > millis) {
            counting--;
        }
        return counting;
    }

    /** The highest version known, 0 if none. */
    public long newest() {
        return ascending.isEmpty() ? 0 : ascending.getLast().version();
    }

    public List<Revision> all() {
        return ascending;
    }
}
