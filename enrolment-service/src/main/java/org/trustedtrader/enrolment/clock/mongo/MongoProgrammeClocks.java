package org.trustedtrader.enrolment.clock.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.clock.ClockMovements;
import org.trustedtrader.enrolment.clock.ProgrammeClocks;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

/** The programme clock in MongoDB. */
@Component
final class MongoProgrammeClocks extends AggregateStore<ClockMovements> implements ProgrammeClocks {

    static final AggregateType<ClockMovements, ClockMovements.Snapshot> TYPE = AggregateType.named("clock", "clocks")
            .stored(ClockMovements.Snapshot.class, ClockMovements::snapshot, ClockMovements::restore)
            .published(clock -> new ClockPayload(clock.offsetSeconds()));

    MongoProgrammeClocks(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    /** What every service is told when the clock was moved. */
    record ClockPayload(long offsetSeconds) {}
}
