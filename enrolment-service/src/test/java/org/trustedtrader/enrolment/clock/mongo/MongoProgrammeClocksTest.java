package org.trustedtrader.enrolment.clock.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.clock.ClockMovements;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;
import org.trustedtrader.platform.test.VersionBefore;

class MongoProgrammeClocksTest {

    @Test
    void isStoredAsInGit() {
        var clock = ClockMovements.first(Duration.ofDays(30), Actor.service("test"), Instant.EPOCH);
        GoldenDocuments.matches(MongoProgrammeClocks.TYPE, clock, "golden/clock-movements.json");
        var before = ClockMovements.restore(
                new Aggregate.Stored(ClockMovements.ID, 1, Map.of()), new ClockMovements.Snapshot(2_592_000, null));
        GoldenDocuments.matches(MongoProgrammeClocks.TYPE, before, "golden/clock.json");
    }

    @Test
    void readsWhatTheVersionBeforeStored() {
        VersionBefore.isRead(MongoProgrammeClocks.TYPE);
    }
}
