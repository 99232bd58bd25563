package org.trustedtrader.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;

class StoryRunnerTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void breaksOffAtTheFirstStepThatGivesSomethingElse() {
        var play = new StoryRunner(new TextReporter(new PrintStream(printed)));

        var told = play.run(List.of(
                step("drafts", () -> Outcome.of("drafted")),
                step("submits", () -> {
                    throw new UnexpectedResponseException("a site is missing");
                }),
                step("rejoices", () -> Outcome.of("never"))));

        assertThat(told).extracting(StepResult::ok).containsExactly(true, false);
        assertThat(printed.toString()).contains("✗ a site is missing").contains("broke off at step 2");
    }

    @Test
    void tellsAMachineOneObjectPerStepWithItsFigures() {
        var play = new StoryRunner(new JsonLinesReporter(new PrintStream(printed)));

        play.run(List.of(step("suspends", () -> Outcome.of("refused").with("refusalMillis", 3))));

        assertThat(printed.toString().lines())
                .singleElement()
                .asString()
                .contains("\"step\":1", "\"who\":\"vera\"", "\"ok\":true", "\"refusalMillis\":3");
    }

    private static Step step(String what, java.util.function.Supplier<Outcome> action) {
        return new Step(Chapter.APPLYING, "vera", what, action);
    }
}
