package org.trustedtrader.enrolment.drivercard.mongo;

import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.drivercard.DriverCard;
import org.trustedtrader.enrolment.drivercard.DriverCards;
import org.trustedtrader.enrolment.mongo.Fields;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

/** Driver cards in the collection {@code driver_cards}. */
@Component
final class MongoDriverCards extends AggregateStore<DriverCard> implements DriverCards {

    MongoDriverCards(AggregateStoreFactory shared) {
        super(new Mapping(), shared);
    }

    static final class Mapping implements AggregateMapping<DriverCard> {

        @Override
        public String aggregate() {
            return "driver-card";
        }

        @Override
        public String collection() {
            return "driver_cards";
        }

        @Override
        public Document state(DriverCard card) {
            var s = card.snapshot();
            return Fields.empty()
                    .put("number", s.number())
                    .put("programme", s.programme())
                    .put("validFrom", s.validFrom())
                    .put("validUntil", s.validUntil())
                    .put("state", s.state())
                    .put("effectiveAt", s.effectiveAt())
                    .put("reasonCode", s.reasonCode())
                    .document();
        }

        @Override
        public DriverCard restore(Aggregate.Stored stored, Document state) {
            var fields = new Fields(state);
            return DriverCard.restore(
                    stored,
                    new DriverCard.Snapshot(
                            fields.text("number"),
                            fields.constant("programme", DriverCard.Programme.class),
                            fields.day("validFrom"),
                            fields.day("validUntil"),
                            fields.constant("state", DriverCard.State.class),
                            fields.instant("effectiveAt"),
                            fields.text("reasonCode")));
        }

        @Override
        public DriverCard.Snapshot announcement(DriverCard card) {
            return card.snapshot();
        }
    }
}
