package org.trustedtrader.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.clock.ClockOffsetStore.Movement;
import org.trustedtrader.platform.clock.ClockOffsetStore.View;

class ClockOffsetStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    /** Moved a day ahead at noon, and another one an hour later. */
    private final View moved = new View(
            2 * 86_400, List.of(new Movement(NOON, 86_400), new Movement(NOON.plusSeconds(3_600), 2 * 86_400)));

    @Test
    void aTimeOfTheProgrammeIsToldByTheMovementThatWasInForce() {
        assertThat(moved.machineTime(NOON.minusSeconds(60))).isEqualTo(NOON.minusSeconds(60));
        assertThat(moved.machineTime(NOON.plus(DAY).plusSeconds(60))).isEqualTo(NOON.plusSeconds(60));
        assertThat(moved.machineTime(NOON.plus(DAY).plus(DAY).plusSeconds(3_720)))
                .isEqualTo(NOON.plusSeconds(3_720));
    }

    @Test
    void aTimeThatAMovementSkippedIsTheTimeOfTheMovement() {
        assertThat(moved.machineTime(NOON.plusSeconds(60))).isEqualTo(NOON);
        assertThat(moved.machineTime(NOON.plus(DAY).plusSeconds(3_660))).isEqualTo(NOON.plusSeconds(3_600));
    }

    @Test
    void withoutMovementsTheOffsetOfNowCounts() {
        assertThat(new View(86_400, List.of()).machineTime(NOON)).isEqualTo(NOON.minus(DAY));
        assertThat(new View(0, List.of()).machineTime(NOON)).isEqualTo(NOON);
    }
}
