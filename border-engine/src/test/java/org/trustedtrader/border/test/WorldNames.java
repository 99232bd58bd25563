package org.trustedtrader.border.test;

import java.util.UUID;

/**
 * The identifiers of trader or driver number {@code i}: well-formed, and each given to one only. Those of numbers beyond the
 * world's size are well-formed too, and no trader holds them.
 */
final class WorldNames {

    /** All carrier codes that there are: 36 to the power of 4. */
    static final int CARRIER_CODES = 1_679_616;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int BUSINESS_NUMBERS = 100_000_000;

    private final long seed;

    WorldNames(long seed) {
        this.seed = seed;
    }

    /** Eight digits and the check digit that business numbers have. */
    String bn9(long i) {
        var digits = new char[9];
        var number = HashedNumbers.place(i, 61_803_399, seed >>> 8, BUSINESS_NUMBERS);
        var sum = 0;
        for (int at = 7; at >= 0; at--) {
            var digit = (int) (number % 10);
            number /= 10;
            digits[at] = (char) ('0' + digit);
            var weighed = at % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        digits[8] = (char) ('0' + (10 - sum % 10) % 10);
        return new String(digits);
    }

    String bn15(long i, int account) {
        return bn9(i) + "RM000" + account;
    }

    String tin(long i) {
        return "CA" + bn9(i) + "RM0001";
    }

    /** There are only {@value #CARRIER_CODES}. */
    String carrierCode(long i) {
        if (i >= CARRIER_CODES) {
            throw new IllegalArgumentException("There is no carrier code number " + i + ".");
        }
        var number = HashedNumbers.place(i, 1_038_059, seed >>> 16, CARRIER_CODES);
        var code = new char[4];
        for (int at = 3; at >= 0; at--) {
            code[at] = ALPHABET.charAt((int) (number % 36));
            number /= 36;
        }
        return new String(code);
    }

    /** @param nth 0 or 1; the first 8 digits are the membership's number, and no two are the same */
    UUID membership(long i, int nth) {
        var number = (i * 2 + nth) * 0x9E3779B1L + seed & 0xFFFF_FFFFL;
        var rest = HashedNumbers.of(seed, i * 2 + nth, 1);
        return new UUID(
                number << 32 | (rest >>> 40 & 0xFFFF_0000L) | 0x4000L | (rest & 0xFFFL),
                0x8000_0000_0000_0000L | (HashedNumbers.of(seed, i * 2 + nth, 2) >>> 2));
    }

    static String number(UUID membership) {
        var text = membership.toString();
        return "PIP-" + text.substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    String card(long i) {
        var digits = Long.toString(100_000_000 + HashedNumbers.place(i, 61_803_399, seed >>> 24, 100_000_000));
        return "FAST" + digits.substring(1);
    }
}
