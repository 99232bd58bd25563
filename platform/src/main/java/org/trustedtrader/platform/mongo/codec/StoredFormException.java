package org.trustedtrader.platform.mongo.codec;

import org.jspecify.annotations.Nullable;

/** A document that is not the stored form of its record, or a record that has none. Names fields, never values. */
public final class StoredFormException extends RuntimeException {

    private final String field;
    private final String problem;

    StoredFormException(String problem) {
        this("", problem, null);
    }

    private StoredFormException(String field, String problem, @Nullable Throwable cause) {
        super(field.isEmpty() ? problem : field + ": " + problem, cause);
        this.field = field;
        this.problem = problem;
    }

    /** The same failure, named by the field in which it happened. */
    static StoredFormException in(String outer, RuntimeException e) {
        return e instanceof StoredFormException inner
                ? new StoredFormException(
                        inner.field.isEmpty() ? outer : outer + "." + inner.field, inner.problem, inner.getCause())
                : new StoredFormException(outer, e.getClass().getSimpleName(), e);
    }
}
