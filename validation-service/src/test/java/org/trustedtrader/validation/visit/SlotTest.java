package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.refusal.Refusal;

class SlotTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999-12-31T23:59:00Z",
                "+10000-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:00Z"
            })
    void aTimeThatNoCalendarPlansIsRefusedWithTheRange(Instant startsAt) {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> new Slot("user:vera", startsAt, 2))
                .satisfies(refused -> {
                    var violation = refused.violations().getFirst();
                    assertThat(violation.field()).isEqualTo("startsAt");
                    assertThat(violation.message().in(Locale.FRENCH))
                            .isEqualTo("doit être une date du 2000-01-01 au 9999-12-31");
                });
    }
}
