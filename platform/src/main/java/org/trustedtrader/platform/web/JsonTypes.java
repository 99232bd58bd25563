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

/** What a Java type is called by people who write JSON. */
final class JsonTypes {

    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class, BigInteger.class);

    private JsonTypes() {}

    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return textual(type);
    }

    private static String textual(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return "text";
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "a time such as 2026-11-23T14:00:00Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-11-23";
        }
        if (type == LocalTime.class) {
            return "a time of day such as 14:00";
        }
        if (type == Duration.class) {
            return "a duration such as PT30M";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return "a time zone such as America/Toronto";
        }
        return "an object";
    }
}
