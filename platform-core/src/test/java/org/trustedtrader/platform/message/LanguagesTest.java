package org.trustedtrader.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-CA                                    | fr",
                "FR                                       | fr",
                "en                                       | en",
                "de, fr;q=0.3                             | fr",
                "en;q=0.4, fr;q=0.5                       | fr",
                "fr;q=0.5, en;q=0.5                       | fr",
                "fr, en                                   | fr",
                "*, fr;q=0.9                              | en",
                "fr;q=0, en;q=0                           | en",
                "fr;q=0                                   | en",
                "de                                       | en",
                "en,fr,de,es,it,pt,nl,sv,da,fi,no         | en",
                "fr,en,de,es,it,pt,nl,sv,da,fi,no,pl,cs   | fr",
                "fr;q=nonsense, fr;level=1, fr;q=2, ;;;,, | en",
                "frankly                                  | en",
                "fr_CA                                    | en",
            })
    void theHeavierOfTheTwoWins(String header, String language) {
        assertThat(Languages.accepted(header).toLanguageTag()).isEqualTo(language);
    }

    @Test
    void noHeaderMeansEnglishHoweverLongItIs() {
        assertThat(Languages.accepted(null)).isEqualTo(Languages.ENGLISH);
        assertThat(Languages.accepted("")).isEqualTo(Languages.ENGLISH);
        assertThat(Languages.accepted("fr,".repeat(10_000))).isEqualTo(Languages.ENGLISH);
    }
}
