package org.trustedtrader.border.memory;

import org.trustedtrader.border.trader.Scheme;

/**
 * Several look-ups at once. One by one each would wait for memory three times, for its place in the index, for the trader and
 * for the row; here each step is taken for all before the next one, so that the processor waits for many at the same time.
 * One thread's own, to be used again.
 */
public final class BatchLookup {

    private final Lookup[] lookups;
    private final boolean[] resolved;
    private final Scheme[] schemes;
    private final long[] firsts;
    private final int[] seconds;
    private final int[] traders;
    private final int[] touched;
    private int count;

    /** @param most how many at once; a few dozen are as good as more */
    public BatchLookup(int most) {
        lookups = new Lookup[most];
        resolved = new boolean[most];
        schemes = new Scheme[most];
        firsts = new long[most];
        seconds = new int[most];
        traders = new int[most];
        touched = new int[most];
        for (int i = 0; i < most; i++) {
            lookups[i] = new Lookup();
        }
    }

    public void clear() {
        count = 0;
    }

    /** @param id as it was written, well-formed or not */
    public void add(Scheme scheme, CharSequence id) {
        schemes[count] = scheme;
        firsts[count] = IdentifierKey.first(scheme, id);
        seconds[count] = IdentifierKey.second(scheme, id);
        count++;
    }

    public int count() {
        return count;
    }

    /** Whether look-up {@code i} gave a whole answer, as {@link BorderMemory#lookUp(Scheme, CharSequence, long, Lookup)} says. */
    public boolean isResolved(int i) {
        return resolved[i];
    }

    /** Whether look-up {@code i} was of a well-formed identifier that no trader of ours ever claimed. */
    public boolean isNobodys(int i) {
        return traders[i] == ClaimIndex.ABSENT && firsts[i] != IdentifierKey.NONE;
    }

    /** What look-up {@code i} found, if {@link #isResolved}. */
    public Lookup get(int i) {
        return lookups[i];
    }

    /** The rules are asked for when all rows were read: they know every profile that a row names. */
    void resolveAll(ClaimIndex claims, Traders rows, Profiles profiles, long millis) {
        find(claims);
        read(rows);
        var rules = profiles.evaluated().at(millis);
        for (int i = 0; i < count; i++) {
            resolved[i] = resolved[i] && lookups[i].resolve(rules, millis);
        }
    }

    private void find(ClaimIndex claims) {
        for (int i = 0; i < count; i++) {
            touched[i] = claims.touch(schemes[i], firsts[i], seconds[i]);
        }
        for (int i = 0; i < count; i++) {
            traders[i] = claims.find(schemes[i], firsts[i], seconds[i]);
        }
    }

    private void read(Traders rows) {
        for (int i = 0; i < count; i++) {
            touched[i] = rows.touch(traders[i]);
        }
        for (int i = 0; i < count; i++) {
            touched[i] = rows.touchRow(touched[i]);
        }
        for (int i = 0; i < count; i++) {
            resolved[i] = traders[i] >= 0 && rows.read(traders[i], lookups[i].row);
        }
    }
}
