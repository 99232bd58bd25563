package org.trustedtrader.platform.web;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;

/** What a Java type is called by people who write JSON. */
final class JsonTypes {

    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class, BigInteger.class);

    private JsonTypes() {}

    static Message expected(@Nullable Class<?> type) {
        if (type == null) {
            return Message.of("json.type.other");
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return Message.of("json.type.whole-number");
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return Message.of("json.type.number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Message.of("json.type.boolean");
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return Message.of("json.type.list");
        }
        return textual(type);
    }

    private static Message textual(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return Message.of("json.type.text");
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return Message.of("json.type.time");
        }
        if (type == LocalDate.class) {
            return Message.of("json.type.date");
        }
        if (type == LocalTime.class) {
            return Message.of("json.type.time-of-day");
        }
        if (type == Duration.class) {
            return Message.of("json.type.duration");
        }
        if (type == UUID.class) {
            return Message.of("json.type.uuid");
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return Message.of("json.type.zone");
        }
        return Message.of("json.type.object");
    }
}
