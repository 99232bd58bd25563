package org.trustedtrader.platform.inbox;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import org.trustedtrader.platform.mongo.ConcurrentUpdateException;

/** Tells an absent database, which comes back, from a message that cannot be handled. */
final class DatabaseUnavailable {

    private DatabaseUnavailable() {}

    static boolean is(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoTimeoutException
                    || cause instanceof MongoSocketException
                    || cause instanceof MongoNotPrimaryException
                    || cause instanceof MongoNodeIsRecoveringException
                    || cause instanceof MongoWriteConcernException
                    || cause instanceof ConcurrentUpdateException) {
                return true;
            }
        }
        return false;
    }
}
