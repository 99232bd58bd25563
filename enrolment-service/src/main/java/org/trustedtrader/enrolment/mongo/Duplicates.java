package org.trustedtrader.enrolment.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;

/** Tells a broken unique index from other failures of a write. */
public final class Duplicates {

    private Duplicates() {}

    public static boolean caused(MongoWriteException e) {
        return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
