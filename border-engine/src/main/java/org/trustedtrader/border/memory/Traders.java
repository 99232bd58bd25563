package org.trustedtrader.border.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.trader.Revision;

/**
 * All traders by number, from 0: plain ones as rows, the others as states. One writer; a reader never waits and sees a trader
 * as it was before a change or after it, never between.
 */
final class Traders {

    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

    /** In place of a row: the trader is kept as a state. */
    private static final int NOT_PLAIN = -1;

    private static final int CHUNK_SHIFT = 12;
    private static final int WITHIN = (1 << CHUNK_SHIFT) - 1;

    private final TraderRows rows;
    private final Map<Integer, TraderState> states = new ConcurrentHashMap<>();
    private final Map<String, Integer> byMembership = new ConcurrentHashMap<>();
    private volatile int[][] rowOf = {};
    private volatile int count;

    Traders() {
        this.rows = new TraderRows(new Rows());
    }

    /** Those of an image; one that was neither plain nor had a state, because it just changed, has neither here. */
    Traders(long[] rows, int[] rowOf, Map<Integer, TraderState> states) {
        this.rows = new TraderRows(Rows.of(rows));
        var chunks = new int[(rowOf.length + WITHIN) >>> CHUNK_SHIFT][1 << CHUNK_SHIFT];
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            var from = chunk << CHUNK_SHIFT;
            var known = Math.min(1 << CHUNK_SHIFT, rowOf.length - from);
            System.arraycopy(rowOf, from, chunks[chunk], 0, known);
            Arrays.fill(chunks[chunk], known, 1 << CHUNK_SHIFT, NOT_PLAIN);
        }
        this.rowOf = chunks;
        this.count = rowOf.length;
        states.forEach((trader, state) -> {
            if (rowOf[trader] == NOT_PLAIN) {
                publish(trader, state);
            }
        });
    }

    int count() {
        return count;
    }

    /** A number for one more, of whom nothing can be read yet. */
    int next() {
        if (count == rowOf.length << CHUNK_SHIFT) {
            var more = Arrays.copyOf(rowOf, rowOf.length + 1);
            more[rowOf.length] = new int[1 << CHUNK_SHIFT];
            Arrays.fill(more[rowOf.length], NOT_PLAIN);
            rowOf = more;
        }
        return count++;
    }

    /** @return the row as it is now, of any trader or of none, for {@link #touchRow} */
    int touch(int trader) {
        return trader < 0 ? NOT_PLAIN : rowOf[trader >>> CHUNK_SHIFT][trader & WITHIN];
    }

    /** Lets the processor fetch a row. @return of no meaning */
    int touchRow(int row) {
        return row == NOT_PLAIN ? 0 : rows.touch(row);
    }

    /** Reads a plain trader's row whole. @return false if the trader is not plain */
    boolean read(int trader, TraderRow into) {
        while (true) {
            var at = rowOf[trader >>> CHUNK_SHIFT];
            var row = (int) INTS.getAcquire(at, trader & WITHIN);
            if (row == NOT_PLAIN) {
                return false;
            }
            rows.read(row, into);
            VarHandle.loadLoadFence();
            if ((int) INTS.getAcquire(at, trader & WITHIN) == row) {
                return true;
            }
        }
    }

    /** Whether there is neither a row nor a state of a trader. */
    boolean isTorn(int trader) {
        return touch(trader) == NOT_PLAIN && !states.containsKey(trader);
    }

    /** The state of a trader that is not plain; null if it has become plain meanwhile. */
    @Nullable
    TraderState state(int trader) {
        return states.get(trader);
    }

    /** The trader, not plain, that a membership belongs to. */
    @Nullable
    Integer byMembership(String subject) {
        return byMembership.get(subject);
    }

    /** @return false if its profile has no number, so that the row cannot tell it */
    boolean publish(int trader, TraderRow plain) {
        if (plain.profile == Profiles.NONE) {
            return false;
        }
        point(trader, rows.add(plain));
        states.remove(trader);
        return true;
    }

    void publish(int trader, TraderState state) {
        states.put(trader, state);
        state.versions().keySet().stream()
                .filter(subject -> subject.startsWith(Revision.MEMBERSHIP))
                .forEach(subject -> byMembership.put(subject, trader));
        point(trader, NOT_PLAIN);
    }

    private void point(int trader, int row) {
        var at = rowOf[trader >>> CHUNK_SHIFT];
        var before = at[trader & WITHIN];
        INTS.setRelease(at, trader & WITHIN, row);
        if (before != NOT_PLAIN) {
            rows.release(before);
        }
    }

    int[] rowOf() {
        var now = new int[count];
        for (int trader = 0; trader < now.length; trader++) {
            now[trader] = (int) INTS.getAcquire(rowOf[trader >>> CHUNK_SHIFT], trader & WITHIN);
        }
        return now;
    }

    Map<Integer, TraderState> states() {
        return Map.copyOf(states);
    }

    long[] rows() {
        return rows.copy();
    }

    long bytes() {
        return rows.bytes() + ((long) rowOf.length << CHUNK_SHIFT + 2);
    }
}
