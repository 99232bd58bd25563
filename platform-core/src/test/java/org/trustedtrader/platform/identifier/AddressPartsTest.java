package org.trustedtrader.platform.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.refusal.Refusal;

/** Countries, regions, postal codes and telephone numbers. */
class AddressPartsTest {

    @ParameterizedTest
    @CsvSource({
        "CA,ON,ON", "CA,on,ON", "CA,CA-ON,ON", "CA,Ontario,ON", "CA,PQ,QC", "CA,Québec,QC", "CA,quebec,QC",
        "CA,Nouvelle Écosse,NS", "US,MI,MI", "US,New York,NY", "US,CA,CA", "MX,NLE,NLE", "DE,BY,BY", "DE,DE-BY,BY"
    })
    void aRegionIsStoredAsItsCode(String country, String typed, String code) {
        assertThat(Region.parse("region", country, typed)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"CA,MI", "US,ON", "CA,Onta", "DE,Bayern", "CA,''", "US,' '", "CA,US-MI"})
    void aRegionThatTheCountryDoesNotHaveIsRefused(String country, String typed) {
        refused(() -> Region.parse("region", country, typed));
    }

    @ParameterizedTest
    @CsvSource({
        "CA,n9e4w1,N9E 4W1",
        "CA,N9E 4W1,N9E 4W1",
        "CA,n9e-4w1,N9E 4W1",
        "US,48226,48226",
        "US,482261234,48226-1234",
        "US,48226-1234,48226-1234",
        "MX,64000,64000",
        "GB,sw1a 1aa,SW1A 1AA",
        "IE,'',''"
    })
    void aPostalCodeGetsTheFormOfItsCountry(String country, String typed, String written) {
        assertThat(PostalCode.parse("postalCode", country, typed)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"CA,90210", "CA,D1O 0Q9", "CA,W1A 1A1", "CA,''", "US,N9E 4W1", "US,4822", "US,''", "GB,---"})
    void aPostalCodeThatTheCountryDoesNotHaveIsRefused(String country, String typed) {
        refused(() -> PostalCode.parse("postalCode", country, typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1 519 555 0100 ext. 12",
                "519-555-0100 x12",
                "(519) 555-0100 poste 4",
                "12345",
                "+49 30/123456",
                "519.555.0100 #7"
            })
    void aTelephoneNumberMayHaveAnExtension(String typed) {
        assertThat(Telephone.parse("phone", typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".....",
                "(((((",
                "00000",
                "1234",
                "1234567890123456",
                "519 555 0100 ext.",
                "call me",
                "++15195550100",
                ")519( 5550100"
            })
    void whatNobodyCanDialIsRefused(String typed) {
        refused(() -> Telephone.parse("phone", typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UK", "CAN", "Canada", ""})
    void aCountryThatIsNoneIsRefused(String typed) {
        refused(() -> Country.parse("country", typed));
    }

    private static void refused(Runnable parsing) {
        assertThatExceptionOfType(Refusal.InvalidInput.class).isThrownBy(parsing::run);
    }
}
