package org.trustedtrader.platform.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits at the start until the database answers, so that a service may be started before or together with it. */
final class DatabaseStart {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private DatabaseStart() {}

    /** @throws DatabaseAwayException if the database has not answered when the time is over */
    static void await(MongoDatabase database, Duration longest) {
        var end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                database.runCommand(new Document("ping", 1));
                return;
            } catch (MongoSecurityException e) {
                throw new DatabaseAwayException("MongoDB refuses the credentials in ttp.mongodb.uri", e);
            } catch (MongoException e) {
                var left = Duration.ofNanos(end - System.nanoTime());
                if (left.isNegative()) {
                    throw new DatabaseAwayException(
                            "MongoDB did not answer within " + longest.toSeconds() + " s (ttp.mongodb.start-timeout): "
                                    + e.getMessage(),
                            e);
                }
                LOG.warn(
                        "problem=database-away start=waiting secondsLeft={} reason={}",
                        left.toSeconds(),
                        e.getClass().getSimpleName());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
