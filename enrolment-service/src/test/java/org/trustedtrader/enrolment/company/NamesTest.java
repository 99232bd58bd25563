package org.trustedtrader.enrolment.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Transport Léger Inc., TRANSPORT LEGER INC",
        "Œuvres de l’Île, oeuvres de lile",
        "Gebrüder Groß GmbH, gebruder gross gmbh",
        "'Maple  Leaf, Haulage & Co', maple leaf haulage co",
        "ＦＵＬＬ Width, full width"
    })
    void namesAreTheSameWithoutRegardToCaseAccentsAndPunctuation(String one, String other) {
        assertThat(Names.folded(one)).isEqualTo(Names.folded(other));
    }

    @ParameterizedTest
    @CsvSource({"Maple Leaf, Maple Leaves", "日本運送, 日本海運"})
    void otherNamesAreOthers(String one, String other) {
        assertThat(Names.folded(one)).isNotEqualTo(Names.folded(other));
    }
}
