package org.trustedtrader.platform.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
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
 */
public record AggregateStoreFactory(
        String service,
        MongoDatabase database,
        MongoProperties.Records records,
        JsonMapper json,
        CommitListener announcements,
        HistorySigner seal,
        Supplier<String> traceparent,
        List<AggregateStore<?>> stores) {

    public AggregateStoreFactory(
            String service,
            MongoDatabase database,
            MongoProperties.Records records,
            JsonMapper json,
            CommitListener announcements,
            HistorySigner seal,
            Supplier<String> traceparent) {
        this(service, database, records, json, announcements, seal, traceparent, new CopyOnWriteArrayList<>());
    }
}
