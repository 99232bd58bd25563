package org.trustedtrader.benefits.entrance.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Benefit;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the body of a batch in one pass. A body that is not right in every respect, or written in an unusual way, is left to
 * the ordinary chain, which reads it with the mapper of all bodies and says what is wrong.
 */
final class BatchReader {

    private static final int MOST_ITEMS = 3_000;
    private static final int LONGEST_TEXT = 64;
    private static final int SHORTEST_TIME = "2026-11-23T14:00:00Z".length();
    private static final int LONGEST_TIME = "2026-11-23T14:00:00.000000000Z".length();

    private final JsonFactory json = JsonFactory.builder().build();

    /** @param asOf null for now */
    record Batch(@Nullable Instant asOf, @Nullable Benefit benefit, List<Question.Item> items) {}

    /** A request that the ordinary chain has to read. */
    static final class UnusualException extends RuntimeException {

        private static final UnusualException UNUSUAL = new UnusualException();

        private UnusualException() {
            super("unusual", null, false, false);
        }
    }

    Batch read(byte[] body, int length) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body, 0, length)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            var batch = batch(parser);
            require(parser.nextToken() == null);
            return batch;
        } catch (JacksonException e) {
            throw UnusualException.UNUSUAL;
        }
    }

    private static Batch batch(JsonParser parser) {
        Instant asOf = null;
        Benefit benefit = null;
        List<Question.Item> items = null;
        int seen = 0;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            parser.nextToken();
            switch (field) {
                case "asOf", "at" -> {
                    seen = once(seen, 1);
                    asOf = parser.hasToken(JsonToken.VALUE_NULL) ? null : time(text(parser));
                }
                case "benefit" -> {
                    seen = once(seen, 2);
                    benefit = parser.hasToken(JsonToken.VALUE_NULL) ? null : benefit(text(parser));
                }
                case "items" -> {
                    seen = once(seen, 4);
                    items = items(parser);
                }
                default -> throw UnusualException.UNUSUAL;
            }
        }
        require(parser.hasToken(JsonToken.END_OBJECT) && items != null && !items.isEmpty());
        return new Batch(asOf, benefit, items);
    }

    private static List<Question.Item> items(JsonParser parser) {
        require(parser.hasToken(JsonToken.START_ARRAY));
        List<Question.Item> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.hasToken(JsonToken.START_OBJECT) && items.size() < MOST_ITEMS);
            items.add(item(parser));
        }
        return items;
    }

    private static Question.Item item(JsonParser parser) {
        String scheme = "";
        String id = "";
        int seen = 0;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            parser.nextToken();
            switch (field) {
                case "scheme" -> {
                    seen = once(seen, 1);
                    scheme = text(parser);
                }
                case "id" -> {
                    seen = once(seen, 2);
                    id = text(parser);
                }
                default -> throw UnusualException.UNUSUAL;
            }
        }
        require(parser.hasToken(JsonToken.END_OBJECT));
        return new Question.Item(scheme, id);
    }

    /** Short and in printable ASCII, as every scheme, identifier, time and benefit is; the rules of text are not needed for it. */
    private static String text(JsonParser parser) {
        require(parser.hasToken(JsonToken.VALUE_STRING));
        var text = parser.getString();
        require(text.length() <= LONGEST_TEXT);
        for (int i = 0; i < text.length(); i++) {
            require(text.charAt(i) >= ' ' && text.charAt(i) < 0x7f);
        }
        return text;
    }

    /** A time of this or the neighbouring centuries, in UTC. */
    static Instant time(String text) {
        require(text.length() >= SHORTEST_TIME
                && text.length() <= LONGEST_TIME
                && text.endsWith("Z")
                && (text.startsWith("20") || text.startsWith("19")));
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw UnusualException.UNUSUAL;
        }
    }

    static Benefit benefit(String name) {
        try {
            return Benefit.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw UnusualException.UNUSUAL;
        }
    }

    static void require(boolean usual) {
        if (!usual) {
            throw UnusualException.UNUSUAL;
        }
    }

    private static int once(int seen, int bit) {
        require((seen & bit) == 0);
        return seen | bit;
    }
}
