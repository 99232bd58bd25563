package org.trustedtrader.enrolment.clock.mongo;

import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.clock.ClockMovements;
import org.trustedtrader.enrolment.clock.ProgrammeClocks;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

/** The programme clock in MongoDB. */
@Component
final class MongoProgrammeClocks extends AggregateStore<ClockMovements> implements ProgrammeClocks {

    MongoProgrammeClocks(AggregateStoreFactory shared) {
        super(new Mapping(), shared);
    }

    /** What every service is told when the clock was moved. */
    record ClockAnnouncement(long offsetSeconds) {}

    private static final class Mapping implements AggregateMapping<ClockMovements> {

        @Override
        public String aggregate() {
            return "clock";
        }

        @Override
        public String collection() {
            return "clocks";
        }

        @Override
        public Document state(ClockMovements clock) {
            return new Document("offsetSeconds", clock.offsetSeconds());
        }

        @Override
        public ClockMovements restore(Aggregate.Stored stored, Document state) {
            return ClockMovements.restore(stored, state.getLong("offsetSeconds"));
        }

        @Override
        public Object announcement(ClockMovements clock) {
            return new ClockAnnouncement(clock.offsetSeconds());
        }
    }
}
