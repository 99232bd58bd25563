package org.trustedtrader.benefits.entrance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {

    private static final int MOST = 4;
    private final ConnectionLimits limits = new ConnectionLimits(MOST, 2, 3);

    @Test
    void anonymousConnectionsLeaveBeforeIdleOnes() {
        var idle = connected("a").idleFor(Duration.ofHours(1));
        var oldest = connected("");
        var other = connected("");
        connected("b");

        assertThat(limits.admit(new FakeConnection())).isTrue();

        assertThat(oldest.closed).isTrue();
        assertThat(other.closed || idle.closed).isFalse();
    }

    @Test
    void theLongestIdleConnectionLeavesWhenAllHaveShownATokenAndNoneThatIsInUse() {
        var used = connected("a").idleFor(Duration.ofNanos(-1));
        var justUsed = connected("a").idleFor(ConnectionLimits.LEAST_IDLE.minusNanos(1));
        var idle = connected("b").idleFor(ConnectionLimits.LEAST_IDLE);
        var longer = connected("b").idleFor(Duration.ofSeconds(9));

        assertThat(connected("c").closed).isFalse();
        assertThat(longer.closed).isTrue();
        assertThat(idle.closed).isFalse();
        assertThat(connected("c").closed).isFalse();
        assertThat(idle.closed).isTrue();

        assertThat(limits.admit(new FakeConnection())).isFalse();
        assertThat(used.closed || justUsed.closed).isFalse();
    }

    @Test
    void aClientHasSoManyConnectionsWhateverItsTokens() {
        var first = connected("a");
        var second = connected("a");
        var third = new FakeConnection();
        assertThat(limits.admit(third)).isTrue();

        assertThat(limits.identified(third, "a")).isFalse();
        assertThat(limits.identified(third, "b")).isTrue();
        first.idleFor(Duration.ofSeconds(2));
        assertThat(limits.identified(third, "a")).isTrue();

        assertThat(first.closed).isTrue();
        assertThat(second.closed).isFalse();
        limits.remove(third);
        assertThat(limits.identified(connected("c"), "a")).isTrue();
    }

    private FakeConnection connected(String client) {
        var connection = new FakeConnection();
        assertThat(limits.admit(connection)).isTrue();
        assertThat(client.isEmpty() || limits.identified(connection, client)).isTrue();
        return connection;
    }

    private static final class FakeConnection implements ConnectionLimits.Connection {
        private Duration idle = Duration.ZERO;
        private boolean closed;

        FakeConnection idleFor(Duration time) {
            idle = time;
            return this;
        }

        @Override
        public InetAddress address() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public long idleNanos() {
            return idle.toNanos();
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public void closeWhenIdle() {
            closed = true;
        }
    }
}
