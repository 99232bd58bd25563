package org.trustedtrader.platform.mongo.codec;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds the codecs of one record and of everything in it, once. */
final class CodecFactory {

    private static final Map<Class<?>, ValueCodec> SCALARS = scalars();

    private final RecordCodec.Rules rules;
    private final Map<Class<?>, DocumentCodec> documents = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    CodecFactory(RecordCodec.Rules rules) {
        this.rules = rules;
    }

    static String key(Class<?> owner, String component) {
        return owner.getName() + "#" + component;
    }

    /** @param derived fields beside the components' */
    DocumentCodec document(Class<?> root, Set<String> derived) {
        var codec = document(root, root, derived);
        for (var key : rules.components()) {
            if (!used.contains(key)) {
                throw new StoredFormException("There is no component " + key);
            }
        }
        return codec;
    }

    /** The stored form of a derived field's value. */
    Object derivedValue(Object value) {
        return switch (value) {
            case Collection<?> all -> all.stream().map(this::derivedValue).toList();
            case Enum<?> constant -> constant.name();
            default -> scalar(value.getClass()).write(value);
        };
    }

    private DocumentCodec document(Class<?> type, Type generic, Set<String> derived) {
        var known = documents.get(type);
        if (known != null) {
            return known;
        }
        if (generic instanceof ParameterizedType || type.getTypeParameters().length > 0) {
            throw new StoredFormException(type.getName() + " is generic");
        }
        var codec = new DocumentCodec(type, constructor(type));
        documents.put(type, codec);
        var ignored = new HashSet<>(derived);
        ignored.addAll(rules.obsolete().getOrDefault(type, Set.of()));
        var components = new ArrayList<DocumentCodec.Component>();
        for (var component : type.getRecordComponents()) {
            components.add(component(type, component));
        }
        codec.hold(components, ignored);
        return codec;
    }

    private static java.lang.reflect.Constructor<?> constructor(Class<?> type) {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has a canonical constructor", e);
        }
    }

    private DocumentCodec.Component component(Class<?> owner, RecordComponent component) {
        var key = key(owner, component.getName());
        used.add(key);
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        var type = component.getGenericType();
        var optional = component.getType() == Optional.class;
        var inner = optional ? argument(type, 0) : type;
        var inlined = rules.inlined().contains(key);
        var codec = inlined ? document(raw(inner), inner, Set.of()) : value(owner.getSimpleName(), inner);
        var standard = rules.defaults().containsKey(key) ? rules.defaults().get(key) : empty(component.getType());
        return new DocumentCodec.Component(
                rules.renamed().getOrDefault(key, component.getName()),
                accessor,
                codec,
                inlined,
                absent(component, optional, standard),
                standard);
    }

    private static DocumentCodec.Absent absent(RecordComponent component, boolean optional, @Nullable Object standard) {
        if (optional) {
            return DocumentCodec.Absent.EMPTY_OPTIONAL;
        }
        if (isNullable(component.getAnnotatedType())) {
            return DocumentCodec.Absent.NULL;
        }
        return standard == null ? DocumentCodec.Absent.REFUSED : DocumentCodec.Absent.DEFAULT;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object empty(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        return type == Map.class ? Map.of() : null;
    }

    private ValueCodec value(String owner, Type type) {
        var raw = raw(type);
        if (raw == List.class) {
            return new CollectionCodecs.ListCodec(value(owner, argument(type, 0)));
        }
        if (raw == Set.class) {
            return new CollectionCodecs.SetCodec(value(owner, argument(type, 0)));
        }
        if (raw == Map.class) {
            return new CollectionCodecs.MapCodec(value(owner, argument(type, 0)), value(owner, argument(type, 1)));
        }
        var variants = rules.variants().get(raw);
        if (variants != null) {
            return variants(variants);
        }
        if (raw.isRecord() && !rules.scalars().containsKey(raw)) {
            return raw.getRecordComponents().length == 1 && !rules.documents().contains(raw)
                    ? single(owner, raw)
                    : document(raw, type, Set.of());
        }
        if (raw.isInterface() || raw == Object.class) {
            throw new StoredFormException(owner + " holds a " + raw.getName() + ": say which variants it has");
        }
        return scalar(raw);
    }

    private VariantCodec variants(RecordCodec.Variants variants) {
        var byName = new HashMap<String, DocumentCodec>();
        var names = new HashMap<Class<?>, String>();
        variants.byName().forEach((name, type) -> {
            byName.put(name, document(type, type, Set.of(variants.discriminator())));
            names.put(type, name);
        });
        return new VariantCodec(variants.discriminator(), Map.copyOf(byName), Map.copyOf(names));
    }

    private ValueCodec single(String owner, Class<?> wrapper) {
        return new SingleCodec(document(wrapper, wrapper, Set.of()), wrapper.getRecordComponents()[0].getName());
    }

    private ValueCodec scalar(Class<?> type) {
        var chosen = rules.scalars().get(type);
        if (chosen != null) {
            return chosen;
        }
        if (type.isEnum()) {
            return ValueCodec.of((Enum<?> constant) -> constant.name(), (String name) -> constant(type, name));
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return ValueCodec.of((ZoneId zone) -> zone.getId(), (String id) -> ZoneId.of(id));
        }
        var codec = SCALARS.get(type);
        if (codec == null) {
            throw new StoredFormException("Values of " + type.getName() + " have no stored form");
        }
        return codec;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Enum<?> constant(Class<?> type, String name) {
        return Enum.valueOf((Class) type, name);
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> c -> c;
            case ParameterizedType p -> (Class<?>) p.getRawType();
            default -> throw new StoredFormException(type.getTypeName() + " has no stored form");
        };
    }

    private static Type argument(Type type, int index) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getActualTypeArguments()[index];
        }
        throw new StoredFormException(type.getTypeName() + " says nothing of what it holds");
    }

    private static Map<Class<?>, ValueCodec> scalars() {
        var scalars = new HashMap<Class<?>, ValueCodec>();
        scalars.put(String.class, ValueCodec.of((String text) -> text, (String text) -> text));
        for (var type : List.of(boolean.class, Boolean.class)) {
            scalars.put(type, ValueCodec.of((Boolean b) -> b, (Boolean b) -> b));
        }
        for (var type : List.of(int.class, Integer.class)) {
            scalars.put(type, ValueCodec.of((Integer n) -> n, (Number n) -> Math.toIntExact(whole(n))));
        }
        for (var type : List.of(long.class, Long.class)) {
            scalars.put(type, ValueCodec.of((Long n) -> n, (Number n) -> whole(n)));
        }
        for (var type : List.of(double.class, Double.class)) {
            scalars.put(type, ValueCodec.of((Double n) -> n, (Number n) -> n.doubleValue()));
        }
        scalars.put(Instant.class, ValueCodec.of((Instant at) -> Date.from(at), (Date date) -> date.toInstant()));
        text(scalars, LocalDate.class, LocalDate::parse);
        text(scalars, LocalTime.class, LocalTime::parse);
        text(scalars, LocalDateTime.class, LocalDateTime::parse);
        text(scalars, Year.class, Year::parse);
        text(scalars, YearMonth.class, YearMonth::parse);
        text(scalars, Duration.class, Duration::parse);
        text(scalars, Period.class, Period::parse);
        text(scalars, UUID.class, UUID::fromString);
        scalars.put(
                BigDecimal.class,
                ValueCodec.of((BigDecimal n) -> n.toPlainString(), (String text) -> new BigDecimal(text)));
        return Map.copyOf(scalars);
    }

    private static <T> void text(Map<Class<?>, ValueCodec> scalars, Class<T> type, Function<String, T> read) {
        scalars.put(type, ValueCodec.of(Object::toString, read));
    }

    private static long whole(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return number.longValue();
        }
        throw new StoredFormException("is no whole number");
    }
}
