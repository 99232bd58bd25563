package org.trustedtrader.benefits.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecisionIdTest {

    @Test
    void everyIdIsReadAsItWasWritten() {
        var random = new Random(4);
        for (int i = 0; i < 10_000; i++) {
            var id = new DecisionId(random.nextLong(), random.nextLong());
            assertThat(id.toString()).hasSize(DecisionId.LENGTH).matches("[A-Za-z0-9_-]+");
            assertThat(DecisionId.parse(id.toString())).contains(id);
        }
    }

    @Test
    void isBase64UrlOfItsBits() {
        assertThat(new DecisionId(0, 0)).hasToString("AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(new DecisionId(-1, -1)).hasToString("_____________________w");
        assertThat(new DecisionId(1L << 63, 1)).hasToString("gAAAAAAAAAAAAAAAAAAAAQ");
    }

    @Test
    void nothingElseIsAnId() {
        for (var text : List.of(
                "",
                "none",
                "AAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAB",
                "AAAAAAAAAAAAAAAAAAAA=A",
                "AAAAAAAAAAAAAAAAAAAA/A",
                "\u0410AAAAAAAAAAAAAAAAAAAAA")) {
            assertThat(DecisionId.parse(text)).as(text).isEmpty();
        }
    }
}
