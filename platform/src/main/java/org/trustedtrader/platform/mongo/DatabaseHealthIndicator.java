package org.trustedtrader.platform.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the database takes a write: a full disk lets reads pass. Asked at most every few seconds, however often the probes
 * come.
 */
final class DatabaseHealthIndicator implements HealthIndicator {

    private static final long ASKED_EVERY = Duration.ofSeconds(2).toNanos();

    private final MongoDatabase database;
    private Health last = Health.unknown().build();
    private long askedAt = System.nanoTime() - ASKED_EVERY;

    DatabaseHealthIndicator(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public synchronized Health health() {
        if (System.nanoTime() - askedAt >= ASKED_EVERY) {
            last = ask();
            askedAt = System.nanoTime();
        }
        return last;
    }

    private Health ask() {
        try {
            database.getCollection("health")
                    .updateOne(
                            Filters.eq("_id", "probe"),
                            Updates.set("at", Date.from(Instant.now())),
                            new UpdateOptions().upsert(true));
            return Health.up().build();
        } catch (MongoException e) {
            return Health.down()
                    .withDetail("reason", e.getClass().getSimpleName())
                    .build();
        }
    }
}
