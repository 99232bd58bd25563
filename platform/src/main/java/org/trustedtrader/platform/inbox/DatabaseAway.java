package org.trustedtrader.platform.inbox;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import org.trustedtrader.platform.mongo.EndlessRace;

/** Tells an absent database, which comes back, from a message that cannot be handled. */
final class DatabaseAway {

    private DatabaseAway() {}

    static boolean is(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoTimeoutException
                    || cause instanceof MongoSocketException
                    || cause instanceof MongoNotPrimaryException
                    || cause instanceof MongoNodeIsRecoveringException
                    || cause instanceof MongoWriteConcernException
                    || cause instanceof EndlessRace) {
                return true;
            }
        }
        return false;
    }
}
