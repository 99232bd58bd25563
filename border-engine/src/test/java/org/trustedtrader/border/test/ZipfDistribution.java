package org.trustedtrader.border.test;

import java.util.random.RandomGenerator;

/**
 * Ranks from 1 to n of which rank k turns up in proportion to 1/k^s, by rejection from the inverted integral of that curve:
 * constant time and no table, also for millions of ranks.
 */
final class ZipfDistribution {

    private final long ranks;
    private final double exponent;
    private final double low;
    private final double high;

    /** @param exponent more than 0; 1 is the classical law */
    ZipfDistribution(long ranks, double exponent) {
        this.ranks = ranks;
        this.exponent = exponent;
        this.low = integral(1.5) - 1;
        this.high = integral(ranks + 0.5);
    }

    long next(RandomGenerator random) {
        while (true) {
            var area = low + random.nextDouble() * (high - low);
            var at = inverse(area);
            var rank = Math.clamp(Math.round(at), 1, ranks);
            if (area >= integral(rank + 0.5) - Math.pow(rank, -exponent)) {
                return rank;
            }
        }
    }

    /** From 1 to x. */
    private double integral(double x) {
        var rest = 1 - exponent;
        return Math.abs(rest) < 1e-9 ? Math.log(x) : (Math.pow(x, rest) - 1) / rest;
    }

    private double inverse(double area) {
        var rest = 1 - exponent;
        return Math.abs(rest) < 1e-9 ? Math.exp(area) : Math.pow(1 + area * rest, 1 / rest);
    }
}
