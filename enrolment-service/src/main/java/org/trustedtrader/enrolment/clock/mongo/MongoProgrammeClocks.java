package org.trustedtrader.enrolment.clock.mongo;

import java.time.Instant;
import java.util.List;
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
            .published(clock -> ClockPayload.of(clock.snapshot()));

    MongoProgrammeClocks(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    /**
     * The event that every service receives when the clock is moved.
     *
     * @param movements the latest ones, each with its machine time
     */
    record ClockPayload(long offsetSeconds, List<MovementPayload> movements) {

        static ClockPayload of(ClockMovements.Snapshot clock) {
            List<ClockMovements.Movement> movements = clock.movements() == null ? List.of() : clock.movements();
            return new ClockPayload(
                    clock.offsetSeconds(),
                    movements.stream()
                            .map(one -> new MovementPayload(one.movedAt(), one.offsetSeconds()))
                            .toList());
        }
    }

    record MovementPayload(Instant movedAt, long offsetSeconds) {}
}
