package org.trustedtrader.platform.mongo.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A record with a field for each component. Filled in after it is made, because a record may hold others of its kind. */
final class DocumentCodec implements ValueCodec {

    private final Class<?> type;
    private final Constructor<?> constructor;
    private List<Component> components = List.of();
    private Set<String> fields = Set.of();

    DocumentCodec(Class<?> type, Constructor<?> constructor) {
        this.type = type;
        this.constructor = constructor;
    }

    /** What a component is when its field is absent. */
    enum Absent {
        REFUSED,
        NULL,
        EMPTY_OPTIONAL,
        DEFAULT
    }

    /**
     * @param inlined  whether the fields of this component's record lie beside those of its owner
     * @param standard what an absent field stands for, if {@code absent} is {@link Absent#DEFAULT}
     */
    record Component(
            String field,
            Method accessor,
            ValueCodec codec,
            boolean inlined,
            Absent absent,
            @Nullable Object standard) {

        @Nullable
        Object absentValue() {
            return switch (absent) {
                case NULL -> null;
                case EMPTY_OPTIONAL -> Optional.empty();
                case DEFAULT -> standard;
                case REFUSED -> throw new StoredFormException("is missing");
            };
        }

        @Nullable
        Object present(Object value) {
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        }

        @Nullable
        Object asDeclared(Object value) {
            return absent == Absent.EMPTY_OPTIONAL ? Optional.of(value) : value;
        }
    }

    void hold(List<Component> all, Set<String> ignored) {
        components = List.copyOf(all);
        var names = new HashSet<>(ignored);
        for (var component : all) {
            if (component.inlined()) {
                names.addAll(((DocumentCodec) component.codec()).fields);
            } else if (!names.add(component.field())) {
                throw new StoredFormException(type.getSimpleName() + " stores two components as " + component.field());
            }
        }
        fields = Set.copyOf(names);
    }

    @Override
    public Document write(Object value) {
        var document = new Document();
        write(value, document);
        return document;
    }

    private void write(Object value, Document document) {
        for (var component : components) {
            try {
                writeComponent(component, value, document);
            } catch (RuntimeException e) {
                throw StoredFormException.in(component.field(), e);
            }
        }
    }

    private static void writeComponent(Component component, Object owner, Document document) {
        var declared = call(() -> component.accessor().invoke(owner));
        var present = declared == null ? null : component.present(declared);
        if (present == null) {
            if (component.absent() == Absent.REFUSED || component.absent() == Absent.DEFAULT) {
                throw new StoredFormException("is null and not declared @Nullable");
            }
        } else if (component.inlined()) {
            ((DocumentCodec) component.codec()).write(present, document);
        } else {
            document.append(component.field(), component.codec().write(present));
        }
    }

    @Override
    public Object read(Object stored, Consumer<String> unknown) {
        var document = (Document) stored;
        for (var field : document.keySet()) {
            if (!fields.contains(field)) {
                unknown.accept(type.getSimpleName() + "." + field);
            }
        }
        return readBesideOthers(document, unknown);
    }

    private Object readBesideOthers(Document document, Consumer<String> unknown) {
        var values = new @Nullable Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            var component = components.get(i);
            try {
                values[i] = readComponent(component, document, unknown);
            } catch (RuntimeException e) {
                throw StoredFormException.in(component.field(), e);
            }
        }
        return call(() -> constructor.newInstance(values));
    }

    private static @Nullable Object readComponent(Component component, Document document, Consumer<String> unknown) {
        if (component.inlined()) {
            var inner = (DocumentCodec) component.codec();
            var absent = component.absent() != Absent.REFUSED
                    && inner.fields.stream().noneMatch(document::containsKey);
            return absent ? component.absentValue() : component.asDeclared(inner.readBesideOthers(document, unknown));
        }
        var stored = document.get(component.field());
        return stored == null
                ? component.absentValue()
                : component.asDeclared(component.codec().read(stored, unknown));
    }

    private static <T> T call(Reflective<T> reflective) {
        try {
            return reflective.call();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Reflective<T> {
        T call() throws ReflectiveOperationException;
    }
}
