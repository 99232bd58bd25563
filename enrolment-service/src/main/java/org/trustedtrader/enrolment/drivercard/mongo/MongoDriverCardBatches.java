package org.trustedtrader.enrolment.drivercard.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.drivercard.DriverCardBatch;
import org.trustedtrader.enrolment.drivercard.DriverCardBatches;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

/** Batches of driver cards in the collection {@code driver_card_batches}. */
@Component
final class MongoDriverCardBatches extends AggregateStore<DriverCardBatch> implements DriverCardBatches {

    static final AggregateType<DriverCardBatch, DriverCardBatch.Snapshot> TYPE = AggregateType.named(
                    "driver-card-batch", "driver_card_batches")
            .stored(DriverCardBatch.Snapshot.class, DriverCardBatch::snapshot, DriverCardBatch::restore)
            .published(BatchAnnouncement::of)
            .indexed(new IndexModel(Indexes.ascending("state.state", "_id")));

    MongoDriverCardBatches(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    /**
     * A batch without its cards, which are announced one by one once they are registered.
     *
     * @param carriedOut whether the cards of a registered batch are registered
     * @param conflicts  how many of them somebody else had registered before, as another card
     */
    record BatchAnnouncement(String batchId, String state, int cards, boolean carriedOut, int conflicts) {

        static BatchAnnouncement of(DriverCardBatch batch) {
            var s = batch.snapshot();
            return new BatchAnnouncement(
                    batch.id(),
                    s.state().name(),
                    s.cards().size(),
                    s.result() != null,
                    s.result() == null ? 0 : s.result().conflicts().size());
        }
    }

    @Override
    public List<DriverCardBatch> page(Optional<DriverCardBatch.State> state, Optional<String> after, int limit) {
        Bson filter = state.map(s -> Filters.eq("state.state", s.name())).orElse(Filters.empty());
        return query(filter, after.orElse(null), limit);
    }
}
