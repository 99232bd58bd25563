package org.trustedtrader.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.acceptance.SharedPlatform;

/** The story of {@code ./ttp demo}, against a platform with the real Keycloak. */
class JourneyIT {

    private final Cast cast = Cast.of(
            SharedPlatform.platform().callers(), SharedPlatform.platform().broker());

    @Test
    void isToldToTheEndAlsoAfterARunThatBrokeOff() {
        var steps = Journey.of(cast, 3);
        var untilTheVisits = steps.stream()
                .takeWhile(step -> step.chapter().compareTo(Chapter.VISIT) < 0)
                .toList();
        assertTold(untilTheVisits);

        assertTold(steps);
    }

    private static void assertTold(List<Step> steps) {
        var told = new StoryRunner(new TextReporter(System.out)).run(steps);

        assertThat(told).hasSameSizeAs(steps).allMatch(StepResult::ok);
    }
}
