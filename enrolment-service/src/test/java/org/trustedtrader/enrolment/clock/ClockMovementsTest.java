package org.trustedtrader.enrolment.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.refusal.Refusal;

class ClockMovementsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Actor OPERATOR = new Actor("user:oscar", Set.of("operator"), Optional.empty());

    @Test
    void addsUpItsMovements() {
        var clock = ClockMovements.restore(
                new Aggregate.Stored("programme", 1, Map.of()), new ClockMovements.Snapshot(3600, null));
        clock.move(Duration.ofDays(35), OPERATOR, NOW);
        assertThat(clock.offsetSeconds()).isEqualTo(35 * 86_400 + 3600);
        assertThat(clock.change().orElseThrow().name()).isEqualTo("moved");
    }

    @Test
    void keepsWhenByTheMachinesClockItWasMoved() {
        var clock = ClockMovements.first(Duration.ofHours(1), OPERATOR, NOW);
        clock.changeStored();
        clock.move(Duration.ofHours(2), OPERATOR, NOW.plus(Duration.ofHours(1)).plusSeconds(60));
        assertThat(clock.snapshot().movements())
                .containsExactly(
                        new ClockMovements.Movement(NOW, 3_600),
                        new ClockMovements.Movement(NOW.plusSeconds(60), 3 * 3_600));
    }

    @Test
    void neverMovesBackNorStandsStill() {
        assertThatThrownBy(() -> ClockMovements.first(Duration.ofSeconds(-1), OPERATOR, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> ClockMovements.first(Duration.ZERO, OPERATOR, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void stopsAtTwentyYears() {
        var clock = ClockMovements.restore(
                new Aggregate.Stored("programme", 1, Map.of()), new ClockMovements.Snapshot(19 * 366 * 86_400L, null));
        assertThatThrownBy(() -> clock.move(Duration.ofDays(400), OPERATOR, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
    }
}
