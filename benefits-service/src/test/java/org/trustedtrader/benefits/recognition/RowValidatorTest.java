package org.trustedtrader.benefits.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.border.recognition.MemberState;

class RowValidatorTest {

    private final RowValidator check = new RowValidator(Given.CTPAT, LocalDate.parse("2026-11-26"));
    private final List<RowError> errors = new ArrayList<>();

    @Test
    void readsASoundRow() {
        var listed =
                check.read(Rows.of(Rows.TIN).with(Column.END_DATE, "2030-01-01").row(1), errors::add);
        assertThat(errors).isEmpty();
        assertThat(listed.status()).isEqualTo(MemberState.ACTIVE);
        assertThat(listed.details().roles()).containsExactlyInAnyOrder("IMPORTER", "EXPORTER");
        assertThat(listed.details().endDate()).isEqualTo("2030-01-01");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "TIN, US, TIN_MALFORMED",
        "TIN, us1234567890, TIN_MALFORMED",
        "TIN, ' US1234567890', TIN_MALFORMED",
        "TIN, US1234567890123456, TIN_MALFORMED",
        "TIN, US12345\u0665, TIN_MALFORMED",
        "TIN, '', MISSING",
        "TIN, MX1234567890, COUNTRY_NOT_OF_PARTNER",
        "NAME, '', MISSING",
        "NAME, '  ', MISSING",
        "NAME, be\u0007ll, NOT_TEXT",
        "COUNTRY, CA, COUNTRY_DIFFERS",
        "COUNTRY, USA, TOO_LONG",
        "PROGRAMME, AEO, PROGRAMME_UNKNOWN",
        "ROLE, PIRATE, ROLE_UNKNOWN",
        "ROLE, IMPORTER;, ROLE_UNKNOWN",
        "ROLE, 'IMPORTER,EXPORTER', ROLE_UNKNOWN",
        "STATUS, SUSPNDED, STATUS_UNKNOWN",
        "STATUS, active, STATUS_UNKNOWN",
        "STATUS, QUARANTINED, STATUS_UNKNOWN",
        "STATUS_DATE, 15/01/2026, DATE_MALFORMED",
        "STATUS_DATE, 2026-02-30, DATE_MALFORMED",
        "STATUS_DATE, 2026-11-28, DATES_IMPOSSIBLE",
        "STATUS_DATE, 2019-12-31, DATES_IMPOSSIBLE",
        "AUTHORISATION_DATE, 2026-11-28, DATES_IMPOSSIBLE",
        "AUTHORISATION_DATE, 1989-12-31, DATES_IMPOSSIBLE",
        "END_DATE, 2020-02-29, DATES_IMPOSSIBLE",
        "END_DATE, soon, DATE_MALFORMED"
    })
    void quarantinesWhatMakesNoSense(Column column, String value, RowCode code) {
        assertThat(check.read(Rows.of(Rows.TIN).with(column, value).row(1), errors::add))
                .isNull();
        assertThat(errors).extracting(RowError::code).contains(code);
    }

    @Test
    void saysEverythingThatIsWrongWithARow() {
        var row = Rows.of("x")
                .with(Column.STATUS, "?")
                .with(Column.ROLE, "?")
                .with(Column.NAME, "")
                .row(7);
        check.read(row, errors::add);
        assertThat(errors)
                .extracting(RowError::code)
                .containsExactlyInAnyOrder(
                        RowCode.TIN_MALFORMED, RowCode.STATUS_UNKNOWN, RowCode.ROLE_UNKNOWN, RowCode.MISSING);
        assertThat(errors).extracting(RowError::row).containsOnly(7);
    }

    @Test
    void showsATinOnlyIfItDoesNoHarm() {
        check.read(Rows.of("<script>").row(1), errors::add);
        check.read(Rows.of("us 12-3").row(2), errors::add);
        assertThat(errors).extracting(RowError::tin).containsExactly("", "us 12-3");
    }

    @Test
    void aDateMayBeADayAheadBecauseItIsSomewhere() {
        assertThat(check.read(Rows.of(Rows.TIN).is("ACTIVE", "2026-11-27").row(1), errors::add))
                .isNotNull();
    }

    @Test
    void aTooLongNameIsQuarantined() {
        var row = Rows.of(Rows.TIN)
                .with(Column.NAME, String.join("", Collections.nCopies(301, "x")))
                .row(1);
        assertThat(check.read(row, errors::add)).isNull();
    }

    @Test
    void namesAreComparedWithoutCapitalsAccentsAndPunctuation() {
        assertThat(Names.differ("Café Nord-Est, Ltée", "CAFE NORD EST LTEE")).isFalse();
        assertThat(Names.differ("Acme Inc", "Acne Inc")).isTrue();
    }
}
