package org.trustedtrader.platform.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.refusal.Refusal;

class IdentifierSchemeTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "BN9,123456782,123456782",
                "BN9,123 456 782,123456782",
                "BN9,123-456‑782,123456782",
                "BN9,１２３４５６７８２,123456782",
                "BN15,111222337 RM 0001,111222337RM0001",
                "BN15,111222337rm0001,111222337RM0001",
                "BN15, 111222337RM0001,111222337RM0001",
                "BN15,111222337\u00a0RM-0001,111222337RM0001",
                "CARRIER_CODE, 77yy ,77YY",
                "CSA,csa-123,CSA-123",
                "CTPAT,trial-svi-9,TRIAL-SVI-9",
                "AEO,de aeof 00123,DEAEOF00123",
                "TIN,us-12 34,US1234"
            })
    void whatIsTypedGetsItsOneWrittenForm(IdentifierScheme scheme, String typed, String written) {
        assertThat(scheme.parse("number", typed)).isEqualTo(written);
        assertThat(scheme.normalized(written)).contains(written);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "BN9,123456783",
                "BN9,12345678",
                "BN9,12345678X",
                "BN9,١٢٣٤٥٦٧٨٢",
                "BN15,111222337ZZ0001",
                "BN15,111222337RM0000",
                "BN15,111222338RM0001",
                "BN15,111222337RM001",
                "CARRIER_CODE,77Y",
                "CARRIER_CODE,77Yß",
                "CSA,---",
                "CSA,-AB-",
                "CSA,A--B",
                "CTPAT,--------",
                "AEO,XXAEOF001",
                "AEO,DEAEOX001",
                "TIN,UK123",
                "TIN,US",
                "TIN,1S123"
            })
    void whatNobodyCanHaveIssuedIsRefused(IdentifierScheme scheme, String typed) {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> scheme.parse("number", typed))
                .satisfies(e -> assertThat(e.violations().getFirst().field()).isEqualTo("number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trial-svi-9", "TRIAL-SVI-9", "TRIAL SVI 9", "TrialSVI9"})
    void theSameIdentifierComparesEqualHoweverItIsWritten(String written) {
        assertThat(IdentifierScheme.CTPAT.comparable(written)).isEqualTo("TRIALSVI9");
    }
}
