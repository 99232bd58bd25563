package org.trustedtrader.platform.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.history.HistorySigner;
import org.trustedtrader.platform.outbox.CommitListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all aggregate stores of a service share.
 *
 * @param service     the service's name, the source of its events
 * @param records     how large records may grow
 * @param seal        signs history entries
 * @param traceparent gives the current trace context, or an empty text
 * @param regions     keeps officers to the files of their regions; asked for late, since it reads stores itself
 */
public record AggregateStoreFactory(
        String service,
        MongoDatabase database,
        MongoProperties.Records records,
        JsonMapper json,
        CommitListener announcements,
        HistorySigner seal,
        Supplier<String> traceparent,
        Supplier<RegionGuard> regions,
        List<AggregateStore<?>> stores) {

    public AggregateStoreFactory(
            String service,
            MongoDatabase database,
            MongoProperties.Records records,
            JsonMapper json,
            CommitListener announcements,
            HistorySigner seal,
            Supplier<String> traceparent,
            Supplier<RegionGuard> regions) {
        this(service, database, records, json, announcements, seal, traceparent, regions, new CopyOnWriteArrayList<>());
    }
}
