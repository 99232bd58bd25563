package org.trustedtrader.border.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Which number belongs to which {@link IdentifierKey}: open addressing in one flat array in which each entry lies together, so
 * that a look-up seldom touches more than one line of the processor's cache. An entry is the upper half of the first number,
 * its lower half, the second number where those are kept, and the number that belongs to it. One writer at a time; a reader
 * never waits and sees an entry whole or not at all: the upper half, which is never zero, is written last. Entries are never
 * taken out.
 */
final class IdentifierIndex {

    static final int ABSENT = -1;

    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int EMPTY = 0;
    private static final int SMALLEST = 64;

    /** At 4/5 full a look-up that finds something takes 3 probes of neighbouring slots, one that does not 13. */
    private static final int FULL_NUMERATOR = 4;

    private static final int FULL_DENOMINATOR = 5;

    private final boolean wide;
    private final int stride;
    private volatile int[] table;
    private int size;

    IdentifierIndex(boolean wide, int expected) {
        this(wide, new int[slotsFor(expected) * stride(wide)]);
    }

    /** A table that was written by another index of the same width. */
    IdentifierIndex(boolean wide, int[] table) {
        this.wide = wide;
        this.stride = stride(wide);
        this.table = table;
        for (int at = 0; at < table.length; at += stride) {
            size += table[at] == EMPTY ? 0 : 1;
        }
    }

    /** @return the number, or {@link #ABSENT} */
    int get(long first, int second) {
        var t = table;
        var high = (int) (first >>> 32);
        for (int at = start(first, second, t.length); ; at = after(at, t.length)) {
            var found = (int) INTS.getAcquire(t, at);
            if (found == EMPTY) {
                return ABSENT;
            }
            if (found == high && t[at + 1] == (int) first && (!wide || t[at + 2] == second)) {
                return (int) INTS.getAcquire(t, at + stride - 1);
            }
        }
    }

    /** Reads where a look-up begins. @return of no meaning */
    int touch(long first, int second) {
        var t = table;
        return t[start(first, second, t.length)];
    }

    void put(long first, int second, int value) {
        if (insert(table, first, second, value)
                && ++size > (long) (table.length / stride) * FULL_NUMERATOR / FULL_DENOMINATOR) {
            grow();
        }
    }

    /** Every entry, by a scan of the whole table. */
    void forEach(EntryConsumer consumer) {
        var t = table;
        for (int at = 0; at < t.length; at += stride) {
            var high = (int) INTS.getAcquire(t, at);
            if (high != EMPTY) {
                consumer.accept(first(t, at), second(t, at), (int) INTS.getAcquire(t, at + stride - 1));
            }
        }
    }

    /** Two numbers of a key, and the number that belongs to it. */
    @FunctionalInterface
    interface EntryConsumer {
        void accept(long first, int second, int value);
    }

    /** All entries as they are, each whole or not there. */
    int[] copy() {
        var t = table;
        var copy = new int[t.length];
        for (int at = 0; at < t.length; at += stride) {
            copy[at] = (int) INTS.getAcquire(t, at);
            for (int i = 1; copy[at] != EMPTY && i < stride; i++) {
                copy[at + i] = t[at + i];
            }
        }
        return copy;
    }

    long bytes() {
        return (long) table.length * Integer.BYTES;
    }

    /** @return whether the key is new */
    private boolean insert(int[] t, long first, int second, int value) {
        var high = (int) (first >>> 32);
        for (int at = start(first, second, t.length); ; at = after(at, t.length)) {
            if (t[at] == high && t[at + 1] == (int) first && (!wide || t[at + 2] == second)) {
                INTS.setRelease(t, at + stride - 1, value);
                return false;
            }
            if (t[at] == EMPTY) {
                t[at + 1] = (int) first;
                if (wide) {
                    t[at + 2] = second;
                }
                t[at + stride - 1] = value;
                INTS.setRelease(t, at, high);
                return true;
            }
        }
    }

    private void grow() {
        var old = table;
        var slots = old.length / stride;
        var larger = new int[(slots + slots / 2) * stride];
        for (int at = 0; at < old.length; at += stride) {
            if (old[at] != EMPTY) {
                insert(larger, first(old, at), second(old, at), old[at + stride - 1]);
            }
        }
        table = larger;
    }

    private static long first(int[] t, int at) {
        return (long) t[at] << 32 | t[at + 1] & 0xFFFF_FFFFL;
    }

    private int second(int[] t, int at) {
        return wide ? t[at + 2] : 0;
    }

    private int start(long first, int second, int length) {
        var hash = (first ^ second * 0x9E3779B97F4A7C15L) * 0xD6E8FEB86659FD93L;
        hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return (int) Math.unsignedMultiplyHigh(hash ^ hash >>> 29, slots(length)) * stride;
    }

    /** Constants are quick to divide by. */
    private int slots(int length) {
        return wide ? length / 4 : length / 3;
    }

    private int after(int at, int length) {
        return at + stride == length ? 0 : at + stride;
    }

    private static int stride(boolean wide) {
        return wide ? 4 : 3;
    }

    private static int slotsFor(int expected) {
        return Math.max(SMALLEST, (int) ((long) expected * FULL_DENOMINATOR / FULL_NUMERATOR) + 1);
    }
}
