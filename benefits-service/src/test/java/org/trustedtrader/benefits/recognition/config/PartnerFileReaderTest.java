package org.trustedtrader.benefits.recognition.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.benefits.recognition.Partner;
import org.trustedtrader.benefits.recognition.Partners;

class PartnerFileReaderTest {

    private static final String SOUND =
            "{'partners': [{'code': 'US-CTPAT', 'name': {'en': 'a', 'fr': 'b'}, 'programme':"
                    + " 'CTPAT', 'countries': ['US'], 'inForceSince': '2008-06-27', 'staleAfterHours': 48, 'benefits': {'IMPORTER':"
                    + " ['REDUCED_EXAMINATION']}, 'unconfirmed': []}]}";

    @Test
    void shipsTheTenPartnersOfTheProgramme() throws IOException {
        var partners = PartnerFileReader.shipped();
        assertThat(partners.all())
                .extracting(Partner::code)
                .containsExactly(
                        "US-CTPAT",
                        "JP-AEO",
                        "KR-AEO",
                        "SG-STP",
                        "MX-OEA",
                        "AU-ATT",
                        "HK-AEO",
                        "NZ-SES",
                        "IL-AEO",
                        "EU-AEO");
        assertThat(partners.all()).extracting(Partner::staleAfter).containsOnly(Duration.ofHours(48));
        assertThat(partners.named("EU-AEO").countries()).hasSize(27);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "US-CTPAT, ctpat",
                "['US'], ['usa']",
                "['US'], []",
                "'staleAfterHours': 48, 'staleAfterHours': 0",
                "IMPORTER, PIRATE",
                "REDUCED_EXAMINATION, FREE_LUNCH",
                "2008-06-27, 2008-06-31",
                "'unconfirmed': [], `'unconfirmed': [], 'colour': 1`"
            })
    void aFileThatIsNotSoundIsRefused(String part, String instead) {
        assertThat(SOUND).contains(part);
        assertThatThrownBy(() -> read(SOUND.replace(part, instead))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void noCountryBelongsToTwo() {
        var one = SOUND.substring(SOUND.indexOf('[') + 1, SOUND.lastIndexOf(']'));
        assertThatThrownBy(() -> read("{'partners': [" + one + "," + one.replace("US-CTPAT", "US-OTHER") + "]}"))
                .hasMessageContaining("US");
    }

    @Test
    void aSoundFileIsRead() throws IOException {
        assertThat(read(SOUND).named("US-CTPAT").programme()).isEqualTo("CTPAT");
    }

    private static Partners read(String text) throws IOException {
        var json = text.replace('\'', '"');
        return PartnerFileReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
