package org.trustedtrader.benefits.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.platform.inbox.ReplicationLag;
import org.trustedtrader.platform.refusal.Refusal;

class LeaseTest {

    private final Lease lease = new Lease(
            Clock.fixed(MONDAY, ZoneOffset.UTC),
            () -> ReplicationLag.NEVER,
            Duration.ofSeconds(60),
            new Lease.Reach(Duration.ofDays(10), Duration.ofDays(2)));

    @Test
    void admitsTimesWithinItsReachOnly() {
        assertThatCode(() -> lease.admit("at", MONDAY.minus(Duration.ofDays(10))))
                .doesNotThrowAnyException();
        assertThatCode(() -> lease.admit("at", MONDAY.plus(Duration.ofDays(2)))).doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        lease.admit("at", MONDAY.minus(Duration.ofDays(10)).minusMillis(1)))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(
                        () -> lease.admit("at", MONDAY.plus(Duration.ofDays(2)).plusMillis(1)))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void aServiceThatHasHeardNothingYetIsStale() {
        assertThat(lease.now().covers(MONDAY.toEpochMilli())).isFalse();
    }

    @Test
    void coversThePresentAsLongAsTheLeaseLasts() {
        var lasts = new Moment(MONDAY, Duration.ofSeconds(60), Duration.ofSeconds(60));
        assertThat(lasts.covers(MONDAY.toEpochMilli())).isTrue();
        var over = new Moment(MONDAY, Duration.ofSeconds(61), Duration.ofSeconds(60));
        assertThat(over.covers(MONDAY.toEpochMilli())).isFalse();
        assertThat(over.covers(MONDAY.minusSeconds(61).toEpochMilli())).isFalse();
        assertThat(over.covers(MONDAY.minusSeconds(62).toEpochMilli())).isTrue();
    }

    @Test
    void anAnswerHoldsWhileTheLeaseLastsUnlessSomethingChangesBefore() {
        var moment = new Moment(MONDAY, Duration.ofSeconds(20), Duration.ofSeconds(60));
        assertThat(moment.validUntil(Long.MAX_VALUE)).isEqualTo(MONDAY.plusSeconds(40));
        assertThat(moment.validUntil(MONDAY.plusSeconds(5).toEpochMilli())).isEqualTo(MONDAY.plusSeconds(5));
        assertThat(moment.validUntil(MONDAY.minusSeconds(5).toEpochMilli())).isEqualTo(MONDAY.plusSeconds(40));
        assertThat(moment.validUntil(MONDAY.plusSeconds(500).toEpochMilli())).isEqualTo(MONDAY.plusSeconds(40));
    }
}
