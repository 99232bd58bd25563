package org.trustedtrader.border.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.feed.Batch;

class StatusAgeTest {

    private static final Instant NOON = Instant.parse("2026-12-07T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final SetClocks time = new SetClocks(NOON);
    private final StatusAge age = new StatusAge(time.clocks());

    @Test
    void growsFromWhatTheServiceSaidByTheTimeOnTheWayAndTheTimeSince() {
        age.received(issued(NOON.minusSeconds(2), Duration.ofSeconds(3)));
        time.pass(Duration.ofSeconds(4));
        assertThat(moment().statusAge()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void isEndlessBeforeAnythingIsHeard() {
        assertThat(moment().statusAge()).isEqualTo(StatusAge.NEVER);
        assertThat(moment().covers(NOON.minus(HOUR).toEpochMilli())).isFalse();
    }

    @Test
    void aClockThatIsSetBackMakesNothingFresher() {
        age.received(issued(NOON, Duration.ZERO));
        time.pass(HOUR);
        time.jump(HOUR.negated());
        assertThat(moment().statusAge()).isEqualTo(HOUR);
    }

    @Test
    void aClockThatIsSetForwardMakesWhatComesLookOlderAndNeverYounger() {
        age.received(issued(NOON, Duration.ZERO));
        time.jump(HOUR);
        age.received(issued(NOON, Duration.ZERO));
        assertThat(moment().statusAge()).isEqualTo(Duration.ZERO);
        time.pass(MINUTE);
        age.received(issued(NOON.plus(MINUTE), Duration.ZERO));
        assertThat(moment().statusAge()).isEqualTo(MINUTE);
    }

    @Test
    void aClockThatIsSetForwardDoesNotTurnThePresentIntoHistory() {
        age.received(issued(NOON, Duration.ZERO));
        time.pass(HOUR);
        time.jump(Duration.ofDays(1));
        assertThat(moment().covers(NOON.plus(HOUR).toEpochMilli())).isFalse();
        assertThat(moment().covers(NOON.minusSeconds(1).toEpochMilli())).isTrue();
    }

    @Test
    void aLineThatWasHeldUpIsOldEvenIfTheClockWasSetBackMeanwhile() {
        age.received(issued(NOON, Duration.ZERO));
        time.pass(HOUR);
        time.jump(HOUR.negated());
        age.received(issued(NOON.plusSeconds(1), Duration.ZERO));
        assertThat(moment().statusAge()).isEqualTo(HOUR.minusSeconds(1));
    }

    @Test
    void theTimeOnTheWayIsNeverNegative() {
        age.received(issued(NOON.plusSeconds(30), Duration.ofSeconds(2)));
        assertThat(moment().statusAge()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void afterARestartTheTimeOfDayTells() {
        age.kept(issued(NOON.minusSeconds(20), Duration.ofSeconds(1)), false);
        time.pass(Duration.ofSeconds(5));
        assertThat(moment().statusAge()).isEqualTo(Duration.ofSeconds(26));
        assertThat(moment().askedAt()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void afterARestartABatchFromTheFutureOrAClockThatWasSetBackCountsForNothing() {
        age.kept(issued(NOON.plusMillis(1), Duration.ZERO), false);
        assertThat(moment().statusAge()).isEqualTo(StatusAge.NEVER);
        age.kept(issued(NOON.minusMillis(1), Duration.ZERO), true);
        assertThat(moment().statusAge()).isEqualTo(StatusAge.NEVER);
    }

    @Test
    void theShorterLeaseCounts() {
        age.received(issued(NOON, Duration.ZERO));
        assertThat(age.moment(Duration.ofSeconds(10), true).lease()).isEqualTo(Duration.ofSeconds(10));
        assertThat(age.moment(HOUR, true).lease()).isEqualTo(MINUTE);
    }

    private Moment moment() {
        return age.moment(MINUTE, true);
    }

    private static Batch.Issue issued(Instant at, Duration statusAge) {
        return new Batch.Issue(at, at, statusAge, MINUTE);
    }
}
