package org.trustedtrader.border.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Which number belongs to which {@link IdentifierKey}: open addressing in flat arrays, so that an entry costs 12 bytes (16
 * where second numbers are kept) over the load factor. One writer at a time; a reader never waits and sees an entry whole or
 * not at all. Entries are never taken out.
 */
final class IdentifierIndex {

    static final int ABSENT = -1;

    private static final VarHandle KEYS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle VALUES = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int SMALLEST = 64;

    /** At 4/5 full a look-up that finds something takes 3 probes of neighbouring slots, one that does not 13. */
    private static final int FULL_NUMERATOR = 4;

    private static final int FULL_DENOMINATOR = 5;

    private final boolean wide;
    private volatile Table table;
    private int size;

    record Table(long[] keys, int[] seconds, int[] values) {}

    IdentifierIndex(boolean wide, int expected) {
        this.wide = wide;
        this.table = empty(slotsFor(expected));
    }

    /** A table that was written by another index of the same width. */
    IdentifierIndex(boolean wide, Table table) {
        this.wide = wide;
        this.table = table;
        for (var key : table.keys()) {
            size += key == IdentifierKey.NONE ? 0 : 1;
        }
    }

    /** @return the number, or {@link #ABSENT} */
    int get(long first, int second) {
        var t = table;
        var slots = t.keys.length;
        for (int i = slot(first, second, slots); ; i = i + 1 == slots ? 0 : i + 1) {
            var key = (long) KEYS.getAcquire(t.keys, i);
            if (key == first && (!wide || t.seconds[i] == second)) {
                return (int) VALUES.getAcquire(t.values, i);
            }
            if (key == IdentifierKey.NONE) {
                return ABSENT;
            }
        }
    }

    void put(long first, int second, int value) {
        if (insert(table, first, second, value)
                && ++size > (long) table.keys.length * FULL_NUMERATOR / FULL_DENOMINATOR) {
            grow();
        }
    }

    /** Every key to which that number belongs, as a walk over the whole table. */
    void forEachOf(int value, KeyConsumer consumer) {
        var t = table;
        for (int i = 0; i < t.values.length; i++) {
            if (t.values[i] == value && t.keys[i] != IdentifierKey.NONE) {
                consumer.accept(t.keys[i], wide ? t.seconds[i] : 0);
            }
        }
    }

    /** Every entry, as a walk over the whole table. */
    void forEach(EntryConsumer consumer) {
        var t = table;
        for (int i = 0; i < t.values.length; i++) {
            var key = (long) KEYS.getAcquire(t.keys, i);
            if (key != IdentifierKey.NONE) {
                consumer.accept(key, wide ? t.seconds[i] : 0, (int) VALUES.getAcquire(t.values, i));
            }
        }
    }

    /** Two numbers of a key, and the number that belongs to it. */
    @FunctionalInterface
    interface EntryConsumer {
        void accept(long first, int second, int value);
    }

    /** Two numbers of a key. */
    @FunctionalInterface
    interface KeyConsumer {
        void accept(long first, int second);
    }

    Table table() {
        return table;
    }

    /** The first number of the key in that slot, or {@link IdentifierKey#NONE}; the rest of its entry is there then. */
    static long keyAt(Table table, int slot) {
        return (long) KEYS.getAcquire(table.keys, slot);
    }

    long bytes() {
        return (long) table.keys.length * (wide ? 16 : 12);
    }

    /** @return whether the key is new */
    private boolean insert(Table t, long first, int second, int value) {
        var slots = t.keys.length;
        for (int i = slot(first, second, slots); ; i = i + 1 == slots ? 0 : i + 1) {
            if (t.keys[i] == first && (!wide || t.seconds[i] == second)) {
                VALUES.setRelease(t.values, i, value);
                return false;
            }
            if (t.keys[i] == IdentifierKey.NONE) {
                if (wide) {
                    t.seconds[i] = second;
                }
                VALUES.setRelease(t.values, i, value);
                KEYS.setRelease(t.keys, i, first);
                return true;
            }
        }
    }

    private void grow() {
        var old = table;
        var larger = empty(old.keys.length + old.keys.length / 2);
        for (int i = 0; i < old.keys.length; i++) {
            if (old.keys[i] != IdentifierKey.NONE) {
                insert(larger, old.keys[i], wide ? old.seconds[i] : 0, old.values[i]);
            }
        }
        table = larger;
    }

    private Table empty(int slots) {
        var values = new int[slots];
        Arrays.fill(values, ABSENT);
        return new Table(new long[slots], new int[wide ? slots : 0], values);
    }

    private static int slotsFor(int expected) {
        return Math.max(SMALLEST, (int) ((long) expected * FULL_DENOMINATOR / FULL_NUMERATOR) + 1);
    }

    private static int slot(long first, int second, int slots) {
        var hash = (first ^ second * 0x9E3779B97F4A7C15L) * 0xD6E8FEB86659FD93L;
        hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return (int) Math.unsignedMultiplyHigh(hash ^ hash >>> 29, slots);
    }
}
