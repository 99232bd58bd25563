package org.trustedtrader.border.test;

/** Numbers that look random and can be worked out again from a seed and an index, without state. */
final class HashedNumbers {

    private HashedNumbers() {}

    /** A random number for that index; another one for another purpose. */
    static long of(long seed, long index, int purpose) {
        var z = seed + index * 0x9E3779B97F4A7C15L + purpose * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 to {@code bound} - 1. */
    static int below(int bound, long seed, long index, int purpose) {
        return (int) Math.floorMod(of(seed, index, purpose), (long) bound);
    }

    /** Another place for each index below {@code size}, without collisions; {@code step} shares no divisor with it. */
    static long place(long index, long step, long offset, long size) {
        return Math.floorMod(index * step + offset, size);
    }
}
