package org.trustedtrader.bench.crowd;

/** Turns numbers that follow each other into numbers that do not. */
final class Mixing {

    private Mixing() {}

    /** Never negative. */
    static long of(long number) {
        var mixed = (number ^ number >>> 32) * 0xD6E8_FEB8_6659_FD93L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8_FEB8_6659_FD93L;
        return (mixed ^ mixed >>> 32) >>> 1;
    }
}
