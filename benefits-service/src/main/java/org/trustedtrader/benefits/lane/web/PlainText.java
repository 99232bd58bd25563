package org.trustedtrader.benefits.lane.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Benefit;

/** Values as nearly everybody writes them. Every other spelling is {@link NotPlain}. */
final class PlainText {

    static final int LONGEST = 64;

    private static final Map<String, Benefit> BENEFITS = byName(Benefit.values());
    private static final int SHORTEST_TIME = "2026-11-23T14:00:00Z".length();
    private static final int LONGEST_TIME = "2026-11-23T14:00:00.000000000Z".length();

    private PlainText() {}

    static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));
    }

    static <E> E named(Map<String, E> names, String name) {
        E value = names.get(name);
        if (value == null) {
            throw NotPlain.REQUEST;
        }
        return value;
    }

    static Benefit benefit(String name) {
        return named(BENEFITS, name);
    }

    /** A time of this or the neighbouring centuries, in UTC. */
    static Instant time(String text) {
        if (text.length() < SHORTEST_TIME
                || text.length() > LONGEST_TIME
                || !text.endsWith("Z")
                || !(text.startsWith("20") || text.startsWith("19"))) {
            throw NotPlain.REQUEST;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw NotPlain.REQUEST;
        }
    }

    static String shortText(String text) {
        if (text.length() > LONGEST) {
            throw NotPlain.REQUEST;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                throw NotPlain.REQUEST;
            }
        }
        return text;
    }

    /** What a single question's query may say. */
    record Query(@Nullable Instant at, @Nullable Benefit benefit) {

        static final Query NOTHING = new Query(null, null);

        static Query of(String query) {
            if (query.isEmpty()) {
                return NOTHING;
            }
            Instant at = null;
            Benefit benefit = null;
            for (String part : query.split("&", -1)) {
                if (part.startsWith("at=") && at == null) {
                    at = time(part.substring(3));
                } else if (part.startsWith("benefit=") && benefit == null) {
                    benefit = PlainText.benefit(part.substring(8));
                } else {
                    throw NotPlain.REQUEST;
                }
            }
            return new Query(at, benefit);
        }
    }
}
