package org.trustedtrader.simulation;

import java.util.Arrays;

/** Copies of records with one component replaced, for planted faults. */
final class Records {

    private Records() {}

    @SuppressWarnings("unchecked")
    static <R extends Record> R with(R record, String component, Object value) {
        try {
            var components = record.getClass().getRecordComponents();
            var values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = components[i].getName().equals(component) ? value : accessor.invoke(record);
            }
            var types = Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new);
            return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(record.getClass() + "." + component, e);
        }
    }
}
