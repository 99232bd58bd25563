package org.trustedtrader.platform.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Values that Jackson reads too kindly: times given as numbers, years that no calendar needs, infinite numbers, and decimals
 * whose exponent alone would fill the memory.
 */
final class StrictScalarModule extends SimpleModule {

    private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);
    private static final int MOST_DIGITS = 40;

    StrictScalarModule() {
        addDeserializer(Instant.class, new Text<>(Instant.class, StrictScalarModule::instant));
        addDeserializer(LocalDate.class, new Text<>(LocalDate.class, StrictScalarModule::date));
        addDeserializer(Double.class, new FiniteNumber(Double.class));
        addDeserializer(double.class, new FiniteNumber(double.class));
        addDeserializer(BigDecimal.class, new BoundedDecimal());
    }

    static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        inRange(instant.atOffset(ZoneOffset.UTC).toLocalDate());
        return instant;
    }

    static LocalDate date(String text) {
        return inRange(LocalDate.parse(text));
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new DateTimeParseException("out of range", date.toString(), 0);
        }
        return date;
    }

    private static final class Text<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> parse;

        private Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(getValueType(context), parser);
            }
            try {
                return parse.apply(parser.getString());
            } catch (DateTimeParseException e) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getString(), "not of that form");
            }
        }
    }

    private static final class FiniteNumber extends StdScalarDeserializer<Double> {

        private FiniteNumber(Class<?> type) {
            super(type);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isNumeric()) {
                return (Double) context.handleUnexpectedToken(getValueType(context), parser);
            }
            double value = parser.getDoubleValue();
            if (!Double.isFinite(value)) {
                throw outOfRange(parser, handledType());
            }
            return value;
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return handledType().isPrimitive()
                    ? context.reportInputMismatch(this, "null for a number")
                    : super.getNullValue(context);
        }
    }

    private static final class BoundedDecimal extends StdScalarDeserializer<BigDecimal> {

        private BoundedDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(getValueType(context), parser);
            }
            BigDecimal value = parser.getDecimalValue();
            if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
                throw outOfRange(parser, BigDecimal.class);
            }
            return value;
        }
    }

    private static InputCoercionException outOfRange(JsonParser parser, Class<?> type) {
        return new InputCoercionException(parser, "out of range", parser.currentToken(), type);
    }
}
