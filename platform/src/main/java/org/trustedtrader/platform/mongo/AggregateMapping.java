package org.trustedtrader.platform.mongo;

import com.mongodb.client.model.IndexModel;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.trustedtrader.platform.aggregate.Aggregate;

/**
 * By hand; to be replaced by {@link AggregateType}. How aggregates of one kind become documents and back, field by field. Instants are stored as dates (milliseconds), local
 * dates as ISO strings, enums by name, decimals as strings.
 */
public interface AggregateMapping<A extends Aggregate> {

    /** The kind, as in event subjects: {@code application}. */
    String aggregate();

    /** The collection's name: {@code applications}. */
    String collection();

    /** The whole state, without id and version. Never null values: an absent field is left out. */
    Document state(A aggregate);

    A restore(Aggregate.Stored stored, Document state);

    /** @param unknown is told of each stored field that is not read, which a rewrite would lose */
    default A restore(Aggregate.Stored stored, Document state, Consumer<String> unknown) {
        return restore(stored, state);
    }

    /** The state as other services may see it: a record that becomes the event's JSON. No personal data; at most 256 KB. */
    Object announcement(A aggregate);

    /** Whether changes are announced on the broker; a record that only its own service reads announces nothing. */
    default boolean isPublished() {
        return true;
    }

    /** Indexes on {@code state.…} fields beyond those that every aggregate collection has. */
    default List<IndexModel> indexes() {
        return List.of();
    }
}
