package org.trustedtrader.benefits.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

    /** Values worked out by hand from Wilson's formula. */
    @Test
    void isWilsons() {
        assertThat(Interval.of(10, 100).low()).isEqualTo(0.0552, within(0.0001));
        assertThat(Interval.of(10, 100).high()).isEqualTo(0.1744, within(0.0001));
        assertThat(Interval.of(0, 10))
                .isEqualTo(new Interval(0, Interval.of(0, 10).high()));
        assertThat(Interval.of(0, 10).high()).isEqualTo(0.2775, within(0.0001));
        assertThat(Interval.of(10, 10).low()).isEqualTo(0.7225, within(0.0001));
    }

    @Test
    void knowsNothingOfNoCrossing() {
        assertThat(Interval.of(0, 0)).isEqualTo(new Interval(0, 1));
    }
}
