package org.trustedtrader.platform.mongo.codec;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;

/**
 * Writes records of one class as documents and reads them back. A component is stored in a field of its name:
 * <ul>
 *   <li>an {@code Instant} as a date (milliseconds); {@code LocalDate}, {@code LocalTime}, {@code ZoneId}, {@code BigDecimal},
 *       {@code UUID} and the like as text; an enum by its name;
 *   <li>an empty {@code Optional} and a null that is declared {@code @Nullable} as no field at all;
 *   <li>a record with one component as that component's value ({@code CompanyId}), any other record as a document;
 *   <li>lists, sets (in a fixed order), and maps whose keys are text or enums.
 * </ul>
 * A collection that is absent in an older document is read as empty; every other component must be there unless the builder
 * names a default. Fields that belong to no component are reported on reading; writing the record again would lose
 * them, so an {@link org.trustedtrader.platform.mongo.AggregateStore} refuses to change such a record.
 */
public final class RecordCodec<T extends Record> {

    private final DocumentCodec codec;
    private final Class<T> type;
    private final Map<String, Function<T, ?>> derived;
    private final CodecFactory values;
    private final Consumer<Document> upgrade;

    private RecordCodec(Builder<T> builder) {
        type = builder.type;
        derived = Map.copyOf(builder.derived);
        upgrade = builder.upgrade;
        values = new CodecFactory(builder.rules());
        codec = values.document(type, derived.keySet());
    }

    /** The codec of a record whose stored names are those of its components. */
    public static <T extends Record> RecordCodec<T> of(Class<T> type) {
        return builder(type).build();
    }

    public static <T extends Record> Builder<T> builder(Class<T> type) {
        return new Builder<>(type);
    }

    public Document write(T value) {
        var document = codec.write(value);
        derived.forEach((field, from) -> {
            var answer = from.apply(value);
            var found = answer instanceof Optional<?> optional ? optional.orElse(null) : answer;
            if (found != null) {
                document.append(field, values.derivedValue(found));
            }
        });
        return document;
    }

    /** @throws StoredFormException if a field is missing or is not of its component's kind */
    public T read(Document stored) {
        return read(stored, field -> {});
    }

    /** @param unknown receives each stored field that belongs to no component, such as {@code Site.dockCount} */
    public T read(Document stored, Consumer<String> unknown) {
        var document = new Document(stored);
        upgrade.accept(document);
        return type.cast(codec.read(document, unknown));
    }

    /** Where a stored form differs from what the components say. Each rule names the record that it is about. */
    public static final class Builder<T extends Record> {

        private final Class<T> type;
        private final Map<String, String> renamed = new HashMap<>();
        private final Set<String> inlined = new HashSet<>();
        private final Map<String, Object> defaults = new HashMap<>();
        private final Map<Class<?>, Set<String>> obsolete = new HashMap<>();
        private final Set<Class<?>> documents = new HashSet<>();
        private final Map<Class<?>, ValueCodec> scalars = new HashMap<>();
        private final Map<Class<?>, Variants> variants = new HashMap<>();
        private final Map<String, Function<T, ?>> derived = new LinkedHashMap<>();
        private Consumer<Document> upgrade = document -> {};

        private Builder(Class<T> type) {
            this.type = type;
        }

        /** Stores the component in a field of another name. */
        public Builder<T> renamed(Class<? extends Record> owner, String component, String field) {
            renamed.put(CodecFactory.key(owner, component), field);
            return this;
        }

        /** Stores the fields of the component, a record, beside those of its owner. */
        public Builder<T> inlined(Class<? extends Record> owner, String component) {
            inlined.add(CodecFactory.key(owner, component));
            return this;
        }

        /** What the component is in documents that were written before it existed. */
        public Builder<T> absent(Class<? extends Record> owner, String component, Object value) {
            defaults.put(CodecFactory.key(owner, component), value);
            return this;
        }

        /** A field of older documents that no component reads any more; it goes when the record is written again. */
        public Builder<T> obsolete(Class<? extends Record> owner, String field) {
            obsolete.computeIfAbsent(owner, o -> new HashSet<>()).add(field);
            return this;
        }

        /** Stores a record with one component as a document nevertheless. */
        public Builder<T> document(Class<? extends Record> single) {
            documents.add(single);
            return this;
        }

        /** Stores values of a class as text. */
        public <V> Builder<T> text(Class<V> value, Function<V, String> write, Function<String, V> read) {
            scalars.put(value, ValueCodec.of(write, read));
            return this;
        }

        /** Stores values of a class, such as milliseconds in a domain that knows no {@code Instant}, as dates. */
        public <V> Builder<T> date(Class<V> value, Function<V, Date> write, Function<Date, V> read) {
            scalars.put(value, ValueCodec.of(write, read));
            return this;
        }

        /** Stores each variant of a sealed interface as a document with a field that names it. */
        public <V> Builder<T> variants(Class<V> sealed, String discriminator, Map<String, Class<? extends V>> byName) {
            variants.put(sealed, new Variants(discriminator, Map.copyOf(byName)));
            return this;
        }

        /**
         * Adds a field to find the record by; it is never read back. The value is text, a number, a boolean, an instant, a
         * day, an enum, a list of these, null or an {@code Optional}: an absent value leaves the field out.
         */
        public Builder<T> derived(String field, Function<T, ?> value) {
            derived.put(field, value);
            return this;
        }

        /**
         * Brings a document of an earlier form to the present one before it is read. It is given a shallow copy and must leave a
         * document of the present form as it is.
         */
        public Builder<T> upgraded(Consumer<Document> step) {
            upgrade = step;
            return this;
        }

        /** @throws StoredFormException if a component is of a kind that cannot be stored, or a rule is about none */
        public RecordCodec<T> build() {
            return new RecordCodec<>(this);
        }

        private Rules rules() {
            return new Rules(
                    Map.copyOf(renamed),
                    Set.copyOf(inlined),
                    Map.copyOf(defaults),
                    Map.copyOf(obsolete),
                    Set.copyOf(documents),
                    Map.copyOf(scalars),
                    Map.copyOf(variants));
        }
    }

    record Variants(String discriminator, Map<String, ? extends Class<?>> byName) {}

    record Rules(
            Map<String, String> renamed,
            Set<String> inlined,
            Map<String, Object> defaults,
            Map<Class<?>, Set<String>> obsolete,
            Set<Class<?>> documents,
            Map<Class<?>, ValueCodec> scalars,
            Map<Class<?>, Variants> variants) {

        /** The components that some rule is about. */
        List<String> components() {
            var all = new ArrayList<>(renamed.keySet());
            all.addAll(inlined);
            all.addAll(defaults.keySet());
            return all;
        }
    }
}
