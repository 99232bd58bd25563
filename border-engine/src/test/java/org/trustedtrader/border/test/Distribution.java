package org.trustedtrader.border.test;

import java.util.List;

/** Values with the share that each has, in thousandths. */
final class Distribution<T> {

    private static final int WHOLE = 1_000;

    private final List<Share<T>> shares;

    record Share<T>(int thousandths, T value) {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    Distribution(Share<T>... shares) {
        this.shares = List.of(shares);
        var sum = this.shares.stream().mapToInt(Share::thousandths).sum();
        if (sum != WHOLE) {
            throw new IllegalArgumentException("The shares make " + sum + " thousandths.");
        }
    }

    static <T> Share<T> share(int thousandths, T value) {
        return new Share<>(thousandths, value);
    }

    /** @param random any number */
    T pick(long random) {
        var rest = Math.floorMod(random, WHOLE);
        for (var share : shares) {
            rest -= share.thousandths();
            if (rest < 0) {
                return share.value();
            }
        }
        throw new IllegalStateException("The shares do not make a whole.");
    }
}
