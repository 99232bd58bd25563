package org.trustedtrader.bench.result;

import java.util.Locale;

/** Numbers with about three digits that count. */
final class Numbers {

    private Numbers() {}

    static String text(double value) {
        var size = Math.abs(value);
        var digits = size >= 100 || size == Math.rint(size) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
