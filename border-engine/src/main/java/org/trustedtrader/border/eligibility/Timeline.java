package org.trustedtrader.border.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongFunction;

/**
 * A trader's standing at every time, past and future, as pieces in ascending order; immutable, so that a reader holding it
 * needs no lock. Times are milliseconds since the epoch, programme time.
 */
final class Timeline {

    private final long[] from;
    private final Standing[] standings;

    private Timeline(long[] from, Standing[] standings) {
        this.from = from;
        this.standings = standings;
    }

    /** @param changes when the standing may change; neighbouring pieces that turn out equal become one */
    static Timeline of(TreeSet<Long> changes, LongFunction<Standing> at) {
        List<Long> from = new ArrayList<>();
        List<Standing> standings = new ArrayList<>();
        from.add(Long.MIN_VALUE);
        standings.add(at.apply(Long.MIN_VALUE));
        for (long change : changes) {
            var next = at.apply(change);
            if (!next.same(standings.getLast())) {
                from.add(change);
                standings.add(next);
            }
        }
        return new Timeline(from.stream().mapToLong(Long::longValue).toArray(), standings.toArray(Standing[]::new));
    }

    Standing at(long millis) {
        return standings[piece(millis)];
    }

    /** When the piece that counts at that time ends. */
    long until(long millis) {
        var piece = piece(millis);
        return piece + 1 < from.length ? from[piece + 1] : Long.MAX_VALUE;
    }

    /** This, without anything that the other one does not grant at the same time as well. */
    Timeline notBeyond(Timeline other) {
        var changes = new TreeSet<Long>();
        Arrays.stream(from).skip(1).forEach(changes::add);
        Arrays.stream(other.from).skip(1).forEach(changes::add);
        return of(changes, t -> at(t).notBeyond(other.at(t)));
    }

    boolean same(Timeline other) {
        if (!Arrays.equals(from, other.from)) {
            return false;
        }
        for (int i = 0; i < standings.length; i++) {
            if (!standings[i].same(other.standings[i])) {
                return false;
            }
        }
        return true;
    }

    private int piece(long millis) {
        var last = from.length - 1;
        if (from[last] <= millis) {
            return last;
        }
        var found = Arrays.binarySearch(from, millis);
        return found >= 0 ? found : -found - 2;
    }
}
