package org.trustedtrader.platform.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the schemas of the API description are called: a class of ours within another one bears the name of both, so that
 * {@code DecisionRequest} of cases and of change reports are two schemas. A name that two classes would share is refused, since the
 * description would show one of them in place of the other.
 */
final class SchemaNames extends TypeNameResolver {

    private static final String OURS = "org.trustedtrader.";

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    SchemaNames() {}

    @Override
    protected String getNameOfClass(Class<?> type) {
        if (!type.getName().startsWith(OURS)) {
            return super.getNameOfClass(type);
        }
        var name = name(type);
        var other = named.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException(
                    "Two classes have the schema " + name + ": " + other.getName() + " and " + type.getName());
        }
        return name;
    }

    private static String name(Class<?> type) {
        var own = type.getSimpleName();
        var outer = type.getEnclosingClass();
        if (outer == null) {
            return own;
        }
        var noun = stem(name(outer));
        return own.startsWith(noun) ? own : noun + own;
    }

    /** The noun that a controller or view is about. */
    private static String stem(String outer) {
        for (var suffix : new String[] {"Controller", "View", "Body"}) {
            if (outer.endsWith(suffix) && !outer.equals(suffix)) {
                return outer.substring(0, outer.length() - suffix.length());
            }
        }
        return outer;
    }
}
