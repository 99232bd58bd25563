package org.trustedtrader.benefits.lane.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.eligibility.InvalidQuestionException;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads bodies that are right in every respect, in one pass. Of any other it says only {@link NotPlain}: what is wrong with
 * it, or whether it is merely unusual, is the standard chain's to say.
 */
final class PlainBodies {

    private static final int MOST_ITEMS = 3_000;
    private static final int MOST_IMPORTERS = 500;
    private static final Map<String, Mode> MODES = PlainText.byName(Mode.values());
    private static final Map<String, Direction> DIRECTIONS = PlainText.byName(Direction.values());
    private static final Map<String, Crossing.Seal> SEALS = PlainText.byName(Crossing.Seal.values());

    private final JsonFactory json = JsonFactory.builder().build();

    /** @param at null for now */
    record Batch(@Nullable Instant at, @Nullable Benefit benefit, List<Question.Item> items) {}

    Batch batch(byte[] body, int length) {
        return read(body, length, PlainBodies::batch);
    }

    Crossing crossing(byte[] body, int length) {
        try {
            return read(body, length, PlainBodies::crossing);
        } catch (InvalidQuestionException e) {
            throw NotPlain.REQUEST;
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(JsonParser parser);
    }

    private <T> T read(byte[] body, int length, Reading<T> reading) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body, 0, length)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            T result = reading.from(parser);
            require(parser.nextToken() == null);
            return result;
        } catch (JacksonException e) {
            throw NotPlain.REQUEST;
        }
    }

    private static Batch batch(JsonParser parser) {
        Instant at = null;
        Benefit benefit = null;
        List<Question.Item> items = null;
        int seen = 0;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            parser.nextToken();
            switch (field) {
                case "at" -> {
                    seen = once(seen, 1);
                    at = isNull(parser) ? null : PlainText.time(text(parser));
                }
                case "benefit" -> {
                    seen = once(seen, 2);
                    benefit = isNull(parser) ? null : PlainText.benefit(text(parser));
                }
                case "items" -> {
                    seen = once(seen, 4);
                    items = items(parser);
                }
                default -> throw NotPlain.REQUEST;
            }
        }
        require(parser.hasToken(JsonToken.END_OBJECT) && items != null && !items.isEmpty());
        return new Batch(at, benefit, items);
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
                    scheme = isNull(parser) ? "" : PlainText.shortText(text(parser));
                }
                case "id" -> {
                    seen = once(seen, 2);
                    id = isNull(parser) ? "" : PlainText.shortText(text(parser));
                }
                default -> throw NotPlain.REQUEST;
            }
        }
        require(parser.hasToken(JsonToken.END_OBJECT));
        return new Question.Item(scheme, id);
    }

    private static Crossing crossing(JsonParser parser) {
        var fields = new CrossingFields();
        int seen = 0;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            parser.nextToken();
            int bit = fields.take(field, parser);
            seen = once(seen, bit);
        }
        require(parser.hasToken(JsonToken.END_OBJECT) && (seen & CrossingFields.NEEDED) == CrossingFields.NEEDED);
        return fields.crossing();
    }

    /** The fields of a crossing while they come in, in any order. */
    private static final class CrossingFields {

        private static final int NEEDED = 0b1111_1111;

        private String port = "";
        private Mode mode = Mode.HIGHWAY;
        private Direction direction = Direction.INTO_CANADA;
        private Instant arrivalAt = Instant.EPOCH;
        private String carrierCode = "";
        private List<String> importers = List.of();
        private String originCountry = "";
        private boolean regulated;
        private @Nullable String driverCard;
        private Crossing.Seal seal = Crossing.Seal.NONE;
        private @Nullable Instant asOf;

        /** @return the field's own bit */
        private int take(String field, JsonParser parser) {
            return switch (field) {
                case "port" -> {
                    port = of(text(parser), 4, '0', '9');
                    yield 1;
                }
                case "mode" -> {
                    mode = PlainText.named(MODES, text(parser));
                    yield 1 << 1;
                }
                case "direction" -> {
                    direction = PlainText.named(DIRECTIONS, text(parser));
                    yield 1 << 2;
                }
                case "arrivalAt" -> {
                    arrivalAt = PlainText.time(text(parser));
                    yield 1 << 3;
                }
                case "carrierCode" -> {
                    carrierCode = PlainText.shortText(text(parser));
                    yield 1 << 4;
                }
                case "importers" -> {
                    importers = texts(parser);
                    yield 1 << 5;
                }
                case "originCountry" -> {
                    originCountry = of(text(parser), 2, 'A', 'Z');
                    yield 1 << 6;
                }
                case "regulatedGoods" -> {
                    require(parser.hasToken(JsonToken.VALUE_TRUE) || parser.hasToken(JsonToken.VALUE_FALSE));
                    regulated = parser.hasToken(JsonToken.VALUE_TRUE);
                    yield 1 << 7;
                }
                default -> optional(field, parser);
            };
        }

        private int optional(String field, JsonParser parser) {
            boolean missing = isNull(parser);
            return switch (field) {
                case "driverCard" -> {
                    driverCard = missing ? null : PlainText.shortText(text(parser));
                    yield 1 << 8;
                }
                case "seal" -> {
                    seal = missing ? Crossing.Seal.NONE : PlainText.named(SEALS, text(parser));
                    yield 1 << 9;
                }
                case "asOf" -> {
                    asOf = missing ? null : PlainText.time(text(parser));
                    yield 1 << 10;
                }
                default -> throw NotPlain.REQUEST;
            };
        }

        private Crossing crossing() {
            return new Crossing(
                    asOf == null ? arrivalAt : asOf,
                    port,
                    mode,
                    direction,
                    carrierCode,
                    importers,
                    driverCard,
                    originCountry,
                    regulated,
                    seal);
        }
    }

    private static List<String> texts(JsonParser parser) {
        require(parser.hasToken(JsonToken.START_ARRAY));
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(texts.size() < MOST_IMPORTERS);
            texts.add(PlainText.shortText(text(parser)));
        }
        return texts;
    }

    private static String of(String text, int length, char first, char last) {
        require(text.length() == length);
        for (int i = 0; i < length; i++) {
            require(text.charAt(i) >= first && text.charAt(i) <= last);
        }
        return text;
    }

    private static String text(JsonParser parser) {
        require(parser.hasToken(JsonToken.VALUE_STRING));
        return parser.getString();
    }

    private static boolean isNull(JsonParser parser) {
        return parser.hasToken(JsonToken.VALUE_NULL);
    }

    private static int once(int seen, int bit) {
        require((seen & bit) == 0);
        return seen | bit;
    }

    private static void require(boolean plain) {
        if (!plain) {
            throw NotPlain.REQUEST;
        }
    }
}
