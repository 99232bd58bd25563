package org.trustedtrader.platform.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;

final class MongoErrors {

    private MongoErrors() {}

    static boolean isDuplicateKey(MongoWriteException e) {
        return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
