package org.trustedtrader.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.refusal.Refusal;

class DateRangeTest {

    private static final DateRange RANGE = new DateRange(LocalDate.parse("2000-01-01"), LocalDate.parse("2026-11-23"));

    @ParameterizedTest
    @CsvSource({
        "2000-01-01, true",
        "2026-11-23, true",
        "1999-12-31, false",
        "2026-11-24, false",
        "-999999999-01-01, false",
        "+999999999-12-31, false"
    })
    void bothEndsBelongToTheRange(LocalDate date, boolean inside) {
        assertThat(RANGE.objection(date).isEmpty()).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00Z", "2026-11-23T23:59:59.999Z"})
    void aTimeCountsByItsDayInUtc(Instant time) {
        assertThatNoException().isThrownBy(() -> RANGE.admitDayOf("drawnAt", time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999-12-31T23:59:59Z",
                "2026-11-24T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void aTimeOutsideIsRefused(Instant time) {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> RANGE.admitDayOf("drawnAt", time))
                .satisfies(e -> assertThat(e.violations().getFirst().field()).isEqualTo("drawnAt"));
    }

    @Test
    void theTextNamesBothEndsInBothLanguages() {
        var text = RANGE.objection(LocalDate.MAX).orElseThrow();
        assertThat(text.in(Locale.ENGLISH)).isEqualTo("must be a date from 2000-01-01 to 2026-11-23");
        assertThat(text.in(Locale.FRENCH)).isEqualTo("doit être une date du 2000-01-01 au 2026-11-23");
    }
}
