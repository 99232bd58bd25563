package org.trustedtrader.platform.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import java.util.Set;

/** What a failure of the database means. */
public final class MongoErrors {

    /**
     * OutOfDiskSpace, ShutdownInProgress, PrimarySteppedDown, NotWritablePrimary, InterruptedAtShutdown,
     * InterruptedDueToReplStateChange, WriteConcernTimeout (wtimeout).
     */
    private static final Set<Integer> PASSING = Set.of(14031, 91, 189, 10107, 11600, 11602, 64);

    private MongoErrors() {}

    /**
     * Whether the database is away or takes no writes for a while, as with a full disk: nothing is wrong with what it was
     * given, and the same will succeed later. Looks at the causes too.
     */
    public static boolean isUnavailable(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoTimeoutException
                    || cause instanceof MongoSocketException
                    || cause instanceof MongoNotPrimaryException
                    || cause instanceof MongoNodeIsRecoveringException
                    || cause instanceof MongoWriteConcernException
                    || cause instanceof ConcurrentUpdateException
                    || cause instanceof MongoException e && PASSING.contains(e.getCode())) {
                return true;
            }
        }
        return false;
    }

    static boolean isDuplicateKey(MongoWriteException e) {
        return e.getError().getCategory() == com.mongodb.ErrorCategory.DUPLICATE_KEY;
    }
}
