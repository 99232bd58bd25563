package org.trustedtrader.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplicationLagTest {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final ReplicationLag freshness = new ReplicationLag(Duration.ofMinutes(15));

    @Test
    void knowsNothingBeforeItHasCaughtUpWhateverWatermarksSay() {
        hear(Duration.ZERO);
        assertThat(freshness.age("enrolment")).isEqualTo(ReplicationLag.NEVER);
    }

    @Test
    void believesWatermarksAfterACatchUpOnTheSameConnection() {
        freshness.caughtUp(
                "enrolment", System.nanoTime() + Duration.ofMinutes(-5).toNanos());
        assertThat(freshness.age("enrolment")).isGreaterThan(Duration.ofMinutes(4));
        hear(Duration.ZERO);
        assertThat(freshness.age("enrolment")).isGreaterThan(Duration.ofMinutes(4));

        freshness.caughtUp("enrolment", System.nanoTime());
        hear(Duration.ZERO);
        assertThat(freshness.age("enrolment")).isLessThan(FRESH);
    }

    @Test
    void doesNotBelieveThemAfterANewConnectionUntilItHasCaughtUpAgain() {
        var earlier = System.nanoTime();
        freshness.caughtUp("enrolment", earlier);
        freshness.reconnected();
        var before = freshness.age("enrolment");
        hear(Duration.ofSeconds(-60));
        assertThat(freshness.age("enrolment")).isGreaterThanOrEqualTo(before);
        assertThat(freshness.age("enrolment")).isLessThan(FRESH);
    }

    @Test
    void doesNotBelieveThemLongAfterTheLastCatchUp() {
        var distrustful = new ReplicationLag(Duration.ZERO);
        distrustful.caughtUp(
                "enrolment", System.nanoTime() - Duration.ofMinutes(1).toNanos());
        distrustful.watermark("enrolment", Instant.now(), Instant.now());
        assertThat(distrustful.age("enrolment")).isGreaterThan(Duration.ofSeconds(50));
    }

    @Test
    void countsTheTimeThatAWatermarkSpentOnItsWayAndThePublishersOwnLag() {
        freshness.caughtUp("enrolment", System.nanoTime());
        var sent = Instant.now().minusSeconds(20);
        var other = new ReplicationLag(Duration.ofMinutes(15));
        other.caughtUp("enrolment", System.nanoTime());
        other.watermark("enrolment", sent.minusSeconds(10), sent);
        assertThat(other.age("enrolment")).isLessThan(FRESH);
        assertThat(freshness.age("never-heard-of")).isEqualTo(ReplicationLag.NEVER);
    }

    private void hear(Duration ago) {
        var at = Instant.now().plus(ago);
        freshness.watermark("enrolment", at, at);
    }
}
