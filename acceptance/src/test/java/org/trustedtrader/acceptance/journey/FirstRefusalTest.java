package org.trustedtrader.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;

class FirstRefusalTest {

    @Test
    void measuresFromTheOfficersAnswerToTheFirstRefusal() {
        var suspendedAt = new AtomicLong(Long.MAX_VALUE);
        var lag = Duration.ofMillis(40);

        var measured = FirstRefusal.measure(
                () -> System.nanoTime() - lag.toNanos() >= suspendedAt.get(), () -> suspendedAt.set(System.nanoTime()));

        assertThat(measured.delay()).isBetween(Duration.ofMillis(35), Duration.ofMillis(500));
        assertThat(measured.asked()).isGreaterThan(1);
    }

    @Test
    void failsIfAskingFails() {
        assertThatThrownBy(() -> FirstRefusal.measure(
                        () -> {
                            throw new UnexpectedResponseException("no answer");
                        },
                        () -> {}))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("no answer");
    }
}
