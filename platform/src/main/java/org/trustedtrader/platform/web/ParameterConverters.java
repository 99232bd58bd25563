package org.trustedtrader.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;

/** Values of parameters, read as strictly as those of bodies. */
final class ParameterConverters {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * Types for which Spring tries a lenient property editor when a converter refuses, and then reads {@code 0x10} and
     * {@code 1 0} as numbers and {@code on} as true.
     */
    private static final Map<Class<?>, Predicate<String>> FORMS = Map.of(
            int.class, WHOLE_NUMBER.asMatchPredicate(),
            Integer.class, WHOLE_NUMBER.asMatchPredicate(),
            long.class, WHOLE_NUMBER.asMatchPredicate(),
            Long.class, WHOLE_NUMBER.asMatchPredicate(),
            boolean.class, ParameterConverters::isBoolean,
            Boolean.class, ParameterConverters::isBoolean,
            UUID.class, UUID_FORM.asMatchPredicate());

    private ParameterConverters() {}

    static void addTo(FormatterRegistry registry) {
        add(registry, Instant.class, StrictScalarModule::instant);
        add(registry, LocalDate.class, StrictScalarModule::date);
        add(registry, LocalTime.class, LocalTime::parse);
    }

    /** Whether a value has the form of that type, as far as Spring would be too kind. */
    static boolean hasForm(String value, Class<?> type) {
        Predicate<String> form = FORMS.get(type);
        return form == null || form.test(value);
    }

    private static <T> void add(FormatterRegistry registry, Class<T> type, Converter<String, T> converter) {
        registry.addConverter(String.class, type, converter);
    }

    private static boolean isBoolean(String value) {
        return value.equals("true") || value.equals("false");
    }
}
