package org.trustedtrader.benefits.driver.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.driver.DriverCard;
import org.trustedtrader.benefits.driver.DriverCards;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

/** Driver cards in the collection {@code driver_cards}. */
@Component
final class MongoDriverCards extends AggregateStore<DriverCard> implements DriverCards {

    MongoDriverCards(AggregateStoreFactory shared) {
        super(new DriverCardMapping(), shared);
    }
}
