package org.trustedtrader.platform.mongo.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;

/** Lists, sets and maps. What has no order of its own is stored in a fixed one, so that equal records make equal documents. */
final class CollectionCodecs {

    private CollectionCodecs() {}

    record ListCodec(ValueCodec element) implements ValueCodec {

        @Override
        public Object write(Object value) {
            var stored = new ArrayList<>();
            for (var one : (List<?>) value) {
                stored.add(element.write(one));
            }
            return stored;
        }

        @Override
        public Object read(Object stored, Consumer<String> unknown) {
            var list = new ArrayList<>();
            for (var one : (List<?>) stored) {
                list.add(element.read(one, unknown));
            }
            return Collections.unmodifiableList(list);
        }
    }

    /** Constants in the order of their declaration, everything else in the order of its stored form. */
    record SetCodec(ValueCodec element) implements ValueCodec {

        @Override
        public Object write(Object value) {
            var set = (Set<?>) value;
            if (set.stream().allMatch(Enum.class::isInstance)) {
                return set.stream()
                        .sorted(Comparator.comparing(constant -> ((Enum<?>) constant).ordinal()))
                        .map(element::write)
                        .toList();
            }
            return set.stream().map(element::write).sorted(SetCodec::compare).toList();
        }

        @Override
        public Object read(Object stored, Consumer<String> unknown) {
            var set = new LinkedHashSet<>();
            for (var one : (List<?>) stored) {
                set.add(element.read(one, unknown));
            }
            return Collections.unmodifiableSet(set);
        }

        private static int compare(Object a, Object b) {
            return a instanceof Number x && b instanceof Number y
                    ? Double.compare(x.doubleValue(), y.doubleValue())
                    : a.toString().compareTo(b.toString());
        }
    }

    /** @param key how keys are stored: as text */
    record MapCodec(ValueCodec key, ValueCodec element) implements ValueCodec {

        @Override
        public Object write(Object value) {
            var sorted = new TreeMap<String, Object>();
            ((Map<?, ?>) value).forEach((k, one) -> sorted.put(fieldName(key.write(k)), element.write(one)));
            return new Document(sorted);
        }

        @Override
        public Object read(Object stored, Consumer<String> unknown) {
            var map = new LinkedHashMap<>();
            ((Document) stored).forEach((name, one) -> {
                try {
                    map.put(key.read(name, unknown), element.read(one, unknown));
                } catch (RuntimeException e) {
                    throw StoredFormException.in("*", e);
                }
            });
            return Collections.unmodifiableMap(map);
        }

        private static String fieldName(Object written) {
            var name = (String) written;
            if (name.isEmpty() || name.indexOf('.') >= 0 || name.indexOf('$') >= 0 || name.indexOf('\0') >= 0) {
                throw new StoredFormException("a map's key is empty or holds a dot or a dollar sign");
            }
            return name;
        }
    }
}
