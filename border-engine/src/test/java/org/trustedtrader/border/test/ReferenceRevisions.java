package org.trustedtrader.border.test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.trader.Revision;

/** The versions received of one aggregate, in a list that is scanned from end to end. */
final class ReferenceRevisions {

    private final List<Revision> received = new ArrayList<>();

    /** Each version once; one that can be read takes the place of one that could not. */
    void add(Revision revision) {
        for (var other : received) {
            if (other.version() == revision.version()) {
                if (!other.readable() && revision.readable()) {
                    received.remove(other);
                    break;
                }
                return;
            }
        }
        received.add(revision);
        received.sort(Comparator.comparingLong(Revision::version));
    }

    /** Of those effective by then, the one decided last. */
    @Nullable
    Revision at(long millis) {
        @Nullable Revision last = null;
        for (var revision : received) {
            if (revision.effectiveAt().toEpochMilli() <= millis) {
                last = revision;
            }
        }
        return last;
    }

    /**
     * The version behind the first hole in the numbers above the one that counts. What is missing there was decided later, so
     * it may be what counts: whether it lies before or behind a version that only counts in the future makes no difference.
     */
    @Nullable
    Revision behindHole(long millis) {
        var counting = at(millis);
        var expected = counting == null ? 1 : counting.version() + 1;
        for (var revision : received) {
            if (revision.version() > expected) {
                return revision;
            }
            if (revision.version() == expected) {
                expected++;
            }
        }
        return null;
    }

    long newest() {
        return received.getLast().version();
    }

    boolean isEmpty() {
        return received.isEmpty();
    }

    List<Revision> received() {
        return received;
    }
}
