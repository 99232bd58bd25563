package org.trustedtrader.border.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;

class ShrinkerTest {

    /** Hears no suspension. */
    private record Deaf(ReferenceBorder plain) implements Engine {

        @Override
        public void apply(Revision revision) {
            if (!revision.subject().equals("membership/m-carrier")) {
                plain.apply(revision);
            }
        }

        @Override
        public Answer answer(Question question, Moment moment) {
            return plain.answer(question, moment);
        }

        @Override
        public CrossingAnswer decide(Crossing crossing, Moment moment) {
            return plain.decide(crossing, moment);
        }
    }

    @Test
    void leavesTheOneStateAndTheOneItemThatTheFailureIsAbout() {
        var random = RandomWorld.of(11);
        List<Step> steps = new ArrayList<>(random.steps());
        steps.add(5, new Step.Announcement(carrierIs(MembershipStatus.SUSPENDED, 1, MONDAY)));
        steps.add(new Step.Asked(
                new Question(
                        TUESDAY,
                        null,
                        List.of(new Question.Item("BN9", "000000000"), new Question.Item("BN9", CARRIER))),
                new Moment(TUESDAY, Duration.ZERO, Duration.ofSeconds(60)),
                null));
        var comparison = new Comparison(policies -> new Deaf(ReferenceBorder.of(policies.inOrder(), List.of())));
        var least = new Shrinker(w -> comparison.difference(w).isPresent()).shrink(random.with(steps));
        assertThat(least.policies()).hasSize(1);
        assertThat(least.steps()).hasSize(2);
        assertThat(WorldAsJava.of(least)).contains("SUSPENDED").doesNotContain("000000000");
    }
}
