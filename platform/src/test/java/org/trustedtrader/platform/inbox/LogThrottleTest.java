package org.trustedtrader.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogThrottleTest {

    private long now = Long.MAX_VALUE;
    private final LogThrottle once = new LogThrottle(() -> now);
    private final List<Long> told = new ArrayList<>();

    @Test
    void whatHappensEverySecondIsToldEveryMinute() {
        for (long second = 0; second <= 120; second++) {
            long at = second;
            once.log(() -> told.add(at));
            now += Duration.ofSeconds(1).toNanos();
        }
        assertThat(told).containsExactly(0L, 60L, 120L);
    }
}
