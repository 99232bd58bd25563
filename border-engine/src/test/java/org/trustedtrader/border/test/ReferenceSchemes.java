package org.trustedtrader.border.test;

import org.trustedtrader.border.trader.Scheme;

/** What each kind of identifier looks like, character by character. */
final class ReferenceSchemes {

    private static final String DIGITS = "0123456789";
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private ReferenceSchemes() {}

    static boolean isWellFormed(Scheme scheme, String id) {
        return switch (scheme) {
            case BN9 -> id.length() == 9 && all(id, DIGITS);
            case BN15 ->
                id.length() == 15
                        && all(id.substring(0, 9), DIGITS)
                        && id.charAt(9) == 'R'
                        && all(id.substring(10, 11), CAPITALS)
                        && all(id.substring(11), DIGITS);
            case CARRIER_CODE -> id.length() == 4 && all(id, CAPITALS + DIGITS);
            case TIN ->
                id.length() >= 3
                        && id.length() <= 17
                        && all(id.substring(0, 2), CAPITALS)
                        && all(id.substring(2), CAPITALS + DIGITS);
            case MEMBERSHIP -> id.length() == 12 && id.startsWith("PIP-") && all(id.substring(4), DIGITS + "ABCDEF");
            case DRIVER_CARD -> id.length() >= 6 && id.length() <= 15 && all(id, CAPITALS + DIGITS);
        };
    }

    private static boolean all(String text, String allowed) {
        return text.chars().allMatch(c -> allowed.indexOf(c) >= 0);
    }
}
