package org.trustedtrader.benefits.examination;

/** Where a rate lies with 95 % confidence, given what was seen, after Wilson: it makes sense for few and for none, too. */
public record Interval(double low, double high) {

    private static final double Z = 1.959_963_984_540_054;

    public static Interval of(long selected, long asked) {
        if (asked == 0) {
            return new Interval(0, 1);
        }
        double rate = (double) selected / asked;
        double z2 = Z * Z / asked;
        double middle = (rate + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(rate * (1 - rate) / asked + z2 / (4 * asked));
        return new Interval(
                selected == 0 ? 0 : Math.max(0, middle - half), selected == asked ? 1 : Math.min(1, middle + half));
    }
}
