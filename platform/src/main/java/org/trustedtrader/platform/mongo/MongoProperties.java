package org.trustedtrader.platform.mongo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is.
 *
 * @param uri            a MongoDB connection string; may hold credentials, so it is never logged
 * @param databasePrefix each service keeps its data in a database of its own, {@code <prefix><service>}
 */
@ConfigurationProperties("ttp.mongodb")
public record MongoProperties(
        @DefaultValue("mongodb://127.0.0.1:27117") String uri,
        @DefaultValue("ttp_") String databasePrefix) {}
