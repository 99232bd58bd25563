package org.trustedtrader.platform.mongo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the data is.
 *
 * @param uri            a MongoDB connection string; may hold credentials, so it is never logged
 * @param databasePrefix each service keeps its data in a database of its own, {@code <prefix><service>}
 * @param startTimeout   how long a starting service waits for a database that does not answer before it gives up
 * @param records        how large records may grow
 */
@ConfigurationProperties("ttp.mongodb")
public record MongoProperties(
        @DefaultValue("mongodb://127.0.0.1:27117") String uri,
        @DefaultValue("ttp_") String databasePrefix,
        @DefaultValue("60s") Duration startTimeout,
        @DefaultValue Records records) {

    /**
     * @param historyBlock how many history entries move to the archive at once; the newest one to two blocks stay in the record
     * @param largest      what a record may hold, far below MongoDB's 16 MB; what companies write may fill half of it
     */
    public record Records(
            @DefaultValue("100") int historyBlock,
            @DefaultValue("12MB") DataSize largest) {

        public Records {
            if (historyBlock < 1) {
                throw new IllegalArgumentException("ttp.mongodb.records.history-block must be at least 1");
            }
        }
    }
}
