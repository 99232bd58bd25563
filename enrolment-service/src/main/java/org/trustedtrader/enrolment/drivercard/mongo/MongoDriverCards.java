package org.trustedtrader.enrolment.drivercard.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.drivercard.DriverCard;
import org.trustedtrader.enrolment.drivercard.DriverCards;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

/** Driver cards in the collection {@code driver_cards}. */
@Component
final class MongoDriverCards extends AggregateStore<DriverCard> implements DriverCards {

    static final AggregateType<DriverCard, DriverCard.Snapshot> TYPE = AggregateType.named(
                    "driver-card", "driver_cards")
            .stored(DriverCard.Snapshot.class, DriverCard::snapshot, DriverCard::restore)
            .published(DriverCard::snapshot);

    MongoDriverCards(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }
}
