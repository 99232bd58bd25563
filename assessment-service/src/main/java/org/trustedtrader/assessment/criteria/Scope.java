package org.trustedtrader.assessment.criteria;

import java.util.Optional;

/**
 * Whose answer something is: the whole company's, that of one of its lines of business, or that of one of its sites.
 *
 * @param key {@code company}, {@code line=HIGHWAY_CARRIER} or {@code site=windsor}
 */
public record Scope(String key) {

    public static final Scope COMPANY = new Scope("company");

    private static final String LINE = "line=";
    private static final String SITE = "site=";

    public Scope {
        if (!key.equals("company") && !isWith(LINE, key) && !isWith(SITE, key)) {
            throw new IllegalArgumentException(key + " names no scope");
        }
        if (key.startsWith(LINE)) {
            LineOfBusiness.valueOf(key.substring(LINE.length()));
        }
    }

    public static Scope line(LineOfBusiness line) {
        return new Scope(LINE + line);
    }

    public static Scope site(String siteId) {
        return new Scope(SITE + siteId);
    }

    public AnswerLevel level() {
        if (key.startsWith(LINE)) {
            return AnswerLevel.LINE;
        }
        return key.startsWith(SITE) ? AnswerLevel.SITE : AnswerLevel.COMPANY;
    }

    public Optional<LineOfBusiness> line() {
        return level() == AnswerLevel.LINE
                ? Optional.of(LineOfBusiness.valueOf(key.substring(LINE.length())))
                : Optional.empty();
    }

    public Optional<String> site() {
        return level() == AnswerLevel.SITE ? Optional.of(key.substring(SITE.length())) : Optional.empty();
    }

    private static boolean isWith(String prefix, String key) {
        return key.startsWith(prefix) && key.length() > prefix.length();
    }

    @Override
    public String toString() {
        return key;
    }
}
