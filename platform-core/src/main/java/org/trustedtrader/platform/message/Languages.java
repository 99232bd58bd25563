package org.trustedtrader.platform.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of the platform, and which of them a reader prefers. */
public final class Languages {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale FRENCH = Locale.FRENCH;

    private static final int LONGEST_HEADER = 4_096;

    private Languages() {}

    /** French for any kind of French, else English. */
    public static Locale of(Locale locale) {
        return locale.getLanguage().equals(FRENCH.getLanguage()) ? FRENCH : ENGLISH;
    }

    /**
     * The language that an {@code Accept-Language} header prefers (RFC 9110, 12.5.4): the one with the higher weight, of
     * equal weights the first one. English if there is no header or it names neither; a part that is malformed is skipped,
     * so that no header makes a request fail.
     */
    public static Locale accepted(@Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return ENGLISH;
        }
        Locale best = ENGLISH;
        double highest = 0;
        for (String range : header.split(",")) {
            String[] parts = range.strip().split(";", 2);
            Locale language = language(parts[0].strip());
            double weight = parts.length == 1 ? 1 : weight(parts[1].strip());
            if (language != null && weight > highest) {
                best = language;
                highest = weight;
            }
        }
        return best;
    }

    private static @Nullable Locale language(String range) {
        String primary = range.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return switch (primary) {
            case "fr" -> FRENCH;
            case "en" -> ENGLISH;
            case "*" -> ENGLISH;
            default -> null;
        };
    }

    /** 0 for what is no weight. */
    private static double weight(String parameter) {
        if (!parameter.startsWith("q=") && !parameter.startsWith("Q=")) {
            return 0;
        }
        try {
            double weight = Double.parseDouble(parameter.substring(2).strip());
            return weight >= 0 && weight <= 1 ? weight : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
