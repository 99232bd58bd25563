package org.trustedtrader.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record whose list can be had as CSV: an endpoint that answers a {@link Page} of it and names {@link Csv#TYPE} among what it
 * produces gives the whole list, in the reader's language.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CsvColumns {

    /** Prefix of the texts of the header row: {@code <titles>.<column>} in the bundles. */
    String titles();

    /** Components of the record, in the order of the columns. */
    String[] value();
}
