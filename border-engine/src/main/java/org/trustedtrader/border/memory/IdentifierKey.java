package org.trustedtrader.border.memory;

import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;

/**
 * Identifiers as numbers, one to one: whatever is not exactly well-formed has no number. The first three bits of the first
 * number name the scheme, so that it is never zero; only long TINs need the second one.
 */
final class IdentifierKey {

    /** No identifier. */
    static final long NONE = 0;

    private static final int SCHEME_SHIFT = 61;
    private static final int TIN_LENGTH = 17;
    private static final int FIRST_TIN_CHARACTERS = 11;

    private IdentifierKey() {}

    static long first(Identifier identifier) {
        return first(identifier.scheme(), identifier.value());
    }

    static int second(Identifier identifier) {
        return second(identifier.scheme(), identifier.value());
    }

    /** @return {@link #NONE} if the text is not of that form, or for driver cards, which are no traders */
    static long first(Scheme scheme, CharSequence text) {
        return switch (scheme) {
            case BN9 -> text.length() == 9 ? tagged(scheme, digits(text, 0, 9)) : NONE;
            case BN15 -> bn15(text);
            case CARRIER_CODE -> text.length() == 4 ? tagged(scheme, alphanumerics(text, 0, 4)) : NONE;
            case TIN -> tin(text);
            case MEMBERSHIP -> membership(text);
            case DRIVER_CARD -> NONE;
        };
    }

    /** What the first number does not hold; zero for all but long TINs. */
    static int second(Scheme scheme, CharSequence text) {
        return scheme == Scheme.TIN && text.length() > FIRST_TIN_CHARACTERS
                ? (int) alphanumerics(text, FIRST_TIN_CHARACTERS, text.length())
                : 0;
    }

    /** The identifier that has these numbers. */
    static Identifier identifier(long first, int second) {
        var scheme = Scheme.values()[(int) (first >>> SCHEME_SHIFT) - 1];
        var number = first & (1L << SCHEME_SHIFT) - 1;
        var text = switch (scheme) {
            case BN9 -> "%09d".formatted(number);
            case BN15 ->
                "%09dR%c%04d".formatted(number / 260_000, (char) ('A' + number / 10_000 % 26), number % 10_000);
            case MEMBERSHIP -> "PIP-%08X".formatted(number);
            default -> text(number) + text(Integer.toUnsignedLong(second));
        };
        return new Identifier(scheme, text);
    }

    private static String text(long number) {
        var text = new StringBuilder();
        for (long rest = number; rest != 0; rest /= 37) {
            var digit = (int) (rest % 37) - 1;
            text.append((char) (digit < 10 ? '0' + digit : 'A' + digit - 10));
        }
        return text.reverse().toString();
    }

    private static long tagged(Scheme scheme, long number) {
        return number < 0 ? NONE : number | (scheme.ordinal() + 1L) << SCHEME_SHIFT;
    }

    private static long bn15(CharSequence text) {
        if (text.length() != 15 || text.charAt(9) != 'R') {
            return NONE;
        }
        var letter = text.charAt(10) - 'A';
        var company = digits(text, 0, 9);
        var account = digits(text, 11, 15);
        if (letter < 0 || letter > 25 || company < 0 || account < 0) {
            return NONE;
        }
        return tagged(Scheme.BN15, (company * 26 + letter) * 10_000 + account);
    }

    private static long membership(CharSequence text) {
        if (text.length() != 12
                || text.charAt(0) != 'P'
                || text.charAt(1) != 'I'
                || text.charAt(2) != 'P'
                || text.charAt(3) != '-') {
            return NONE;
        }
        long number = 0;
        for (int i = 4; i < 12; i++) {
            var digit = hexadecimal(text.charAt(i));
            if (digit < 0) {
                return NONE;
            }
            number = number << 4 | digit;
        }
        return tagged(Scheme.MEMBERSHIP, number);
    }

    private static long tin(CharSequence text) {
        if (text.length() < 3 || text.length() > TIN_LENGTH || !isLetter(text.charAt(0)) || !isLetter(text.charAt(1))) {
            return NONE;
        }
        var cut = Math.min(text.length(), FIRST_TIN_CHARACTERS);
        if (cut < text.length() && alphanumerics(text, cut, text.length()) < 0) {
            return NONE;
        }
        return tagged(Scheme.TIN, alphanumerics(text, 0, cut));
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static long digits(CharSequence text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** With 1 to 36 for a digit or capital letter, so that a shorter text is another number. */
    private static long alphanumerics(CharSequence text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            var c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 37 + 1 + c - '0';
            } else if (c >= 'A' && c <= 'Z') {
                number = number * 37 + 11 + c - 'A';
            } else {
                return -1;
            }
        }
        return number;
    }

    private static int hexadecimal(char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }
}
