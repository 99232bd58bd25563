package org.trustedtrader.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.acceptance.client.Unexpected;

class PlayTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void breaksOffAtTheFirstStepThatGivesSomethingElse() {
        var play = new Play(new Narrator(new PrintStream(printed)));

        var told = play.perform(List.of(
                step("drafts", () -> Outcome.of("drafted")),
                step("submits", () -> {
                    throw new Unexpected("a site is missing");
                }),
                step("rejoices", () -> Outcome.of("never"))));

        assertThat(told).extracting(Told::ok).containsExactly(true, false);
        assertThat(printed.toString()).contains("✗ a site is missing").contains("broke off at step 2");
    }

    @Test
    void tellsAMachineOneObjectPerStepWithItsFigures() {
        var play = new Play(new JsonLines(new PrintStream(printed)));

        play.perform(List.of(step("suspends", () -> Outcome.of("refused").with("refusalMillis", 3))));

        assertThat(printed.toString().lines())
                .singleElement()
                .asString()
                .contains("\"step\":1", "\"who\":\"vera\"", "\"ok\":true", "\"refusalMillis\":3");
    }

    private static Step step(String what, java.util.function.Supplier<Outcome> deed) {
        return new Step(Chapter.APPLYING, "vera", what, deed);
    }
}
