package org.trustedtrader.enrolment.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One document being written or read; an absent value is a field left out, never a null. */
public record Fields(Document document) {

    public static Fields empty() {
        return new Fields(new Document());
    }

    public Fields put(String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
        return this;
    }

    public Fields put(String field, @Nullable Instant value) {
        return put(field, (Object) (value == null ? null : Date.from(value)));
    }

    public Fields put(String field, @Nullable LocalDate value) {
        return put(field, (Object) (value == null ? null : value.toString()));
    }

    public Fields put(String field, @Nullable Enum<?> value) {
        return put(field, (Object) (value == null ? null : value.name()));
    }

    /** Names in the order of declaration. */
    public Fields putEnums(String field, Collection<? extends Enum<?>> values) {
        return put(field, (Object) values.stream()
                .sorted(java.util.Comparator.comparing(Enum::ordinal))
                .map(Enum::name)
                .toList());
    }

    /** In alphabetical order, so that equal sets make equal documents. */
    public Fields putTexts(String field, Set<String> values) {
        return put(field, (Object) values.stream().sorted().toList());
    }

    public String text(String field) {
        return document.getString(field);
    }

    public @Nullable String textOrNull(String field) {
        return document.getString(field);
    }

    public @Nullable Boolean flagOrNull(String field) {
        return document.getBoolean(field);
    }

    public boolean flag(String field) {
        return document.getBoolean(field, false);
    }

    public int number(String field) {
        return document.getInteger(field);
    }

    public @Nullable Instant instantOrNull(String field) {
        var date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    public Instant instant(String field) {
        return document.getDate(field).toInstant();
    }

    public LocalDate day(String field) {
        return LocalDate.parse(document.getString(field));
    }

    public <E extends Enum<E>> E constant(String field, Class<E> type) {
        return Enum.valueOf(type, document.getString(field));
    }

    public <E extends Enum<E>> @Nullable E constantOrNull(String field, Class<E> type) {
        var name = document.getString(field);
        return name == null ? null : Enum.valueOf(type, name);
    }

    public <E extends Enum<E>> Set<E> constants(String field, Class<E> type) {
        return document.getList(field, String.class, List.of()).stream()
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    public Set<String> texts(String field) {
        return Set.copyOf(document.getList(field, String.class, List.of()));
    }

    public Fields part(String field) {
        return new Fields(document.get(field, Document.class));
    }

    public @Nullable Fields partOrNull(String field) {
        var part = document.get(field, Document.class);
        return part == null ? null : new Fields(part);
    }

    public List<Fields> parts(String field) {
        return document.getList(field, Document.class, List.of()).stream()
                .map(Fields::new)
                .toList();
    }
}
