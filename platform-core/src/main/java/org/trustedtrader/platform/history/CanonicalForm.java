package org.trustedtrader.platform.history;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One text for one value, whatever the order of its fields and however the database spells its numbers: what is hashed.
 * Every scalar carries its kind, so that the number 1 and the text "1" differ.
 */
final class CanonicalForm {

    private final StringBuilder text = new StringBuilder();

    private CanonicalForm() {}

    static String of(@Nullable Object value) {
        var form = new CanonicalForm();
        form.append(value);
        return form.text.toString();
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> text.append('~');
            case Map<?, ?> map -> appendMap(map);
            case List<?> list -> appendList(list);
            case String s -> appendText('s', s);
            case Boolean b -> appendText('b', b.toString());
            case Integer i -> appendText('i', i.toString());
            case Long l -> appendText('i', l.toString());
            case Double d -> appendText('d', d.toString());
            case Date date -> appendText('t', Long.toString(date.getTime()));
            case byte[] bytes -> appendText('x', Sha256.hex(bytes));
            default ->
                throw new IllegalArgumentException(
                        "A state holds text, numbers, booleans, bytes, dates, lists and documents, not "
                                + value.getClass());
        }
    }

    private void appendMap(Map<?, ?> map) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, value) -> {
            if (value != null) {
                sorted.put(key.toString(), value);
            }
        });
        text.append('{');
        sorted.forEach((key, value) -> {
            appendText('k', key);
            append(value);
        });
        text.append('}');
    }

    private void appendList(List<?> list) {
        text.append('[');
        list.forEach(this::append);
        text.append(']');
    }

    private void appendText(char kind, String value) {
        text.append(kind).append(value.length()).append(':').append(value);
    }
}
