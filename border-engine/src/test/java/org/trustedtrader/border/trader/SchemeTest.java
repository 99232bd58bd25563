package org.trustedtrader.border.trader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemeTest {

    @ParameterizedTest
    @CsvSource({
        "BN9, 123456782",
        "BN15, 123456782RM0001",
        "CARRIER_CODE, 77YY",
        "TIN, JP1",
        "TIN, US123456789012345",
        "MEMBERSHIP, PIP-0A1B2C3D",
        "DRIVER_CARD, FAST00012345"
    })
    void admitsTheWrittenForm(Scheme scheme, String value) {
        assertThat(Identifier.parse(scheme, value)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "BN9,12345678",
                "BN9,1234567820",
                "BN9, 123456782",
                "BN9,123456782 ",
                "BN9,12345678O",
                "BN9,\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff12",
                "BN9,\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0662",
                "BN15,123456782rm0001",
                "BN15,123456782 RM0001",
                "BN15,123456782RM001",
                "BN15,123456782R\u041c0001",
                "CARRIER_CODE,77yy",
                "CARRIER_CODE,77Y",
                "CARRIER_CODE,77YYY",
                "CARRIER_CODE,77Y\u03a5",
                "CARRIER_CODE,77-Y",
                "TIN,1A234",
                "TIN,US",
                "TIN,US1234567890123456",
                "MEMBERSHIP,PIP-0a1b2c3d",
                "MEMBERSHIP,PIP-0A1B2C3",
                "MEMBERSHIP,0A1B2C3D",
                "DRIVER_CARD,FAST1",
                "DRIVER_CARD,fast00012345",
                "DRIVER_CARD,FAST 0012345",
                "DRIVER_CARD,FAST0001234567890"
            })
    void refusesWhatIsNearlyIt(Scheme scheme, String value) {
        assertThat(Identifier.parse(scheme, value)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesNothingAndLineEnds(Scheme scheme) {
        assertThat(Identifier.parse(scheme, "")).isEmpty();
        assertThat(Identifier.parse(Scheme.CARRIER_CODE, "77YY\n")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isNamedAsInCodeAndAsInPaths(Scheme scheme) {
        assertThat(Scheme.named(scheme.name())).isEqualTo(scheme);
        assertThat(Scheme.named(scheme.name().toLowerCase().replace('_', '-'))).isEqualTo(scheme);
        assertThat(Scheme.named(scheme.name() + " ")).isNull();
    }
}
