package org.trustedtrader.border.test;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** Spoils identifiers as people, scanners and attackers do. */
final class MalformedIdentifiers {

    private MalformedIdentifiers() {}

    /** Nearly the same, and well-formed under no scheme. */
    static String of(String id, RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0 -> "";
            case 1 -> " " + id;
            case 2 -> id + " ";
            case 3 -> id + "\n";
            case 4 -> id + id + id + id + id + id;
            case 5 -> lookAlike(id, random);
            case 6 -> id.substring(0, 1);
            case 7 -> id + "\u0000";
            case 8 -> id.substring(0, id.length() / 2) + "\u200b" + id.substring(id.length() / 2);
            default -> {
                var small = id.toLowerCase(Locale.ROOT);
                yield small.equals(id) ? id + "\u00a0" : small;
            }
        };
    }

    /** Greek and Cyrillic capitals, full-width and Arabic digits: the same to the eye. */
    private static String lookAlike(String id, RandomGenerator random) {
        var at = random.nextInt(id.length());
        var c = id.charAt(at);
        var other = Character.isDigit(c)
                ? (char) ((random.nextBoolean() ? '\uff10' : '\u0660') + (c - '0'))
                : switch (c) {
                    case 'A' -> '\u0410';
                    case 'P' -> '\u0420';
                    case 'R' -> '\uff32';
                    case 'Y' -> '\u03a5';
                    case 'M' -> '\u041c';
                    default -> (char) (c + 0xfee0);
                };
        return id.substring(0, at) + other + id.substring(at + 1);
    }
}
