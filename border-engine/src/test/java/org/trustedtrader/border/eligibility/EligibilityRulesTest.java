package org.trustedtrader.border.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.CARD;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER_CODE;
import static org.trustedtrader.border.test.TraderFixtures.CLOCK;
import static org.trustedtrader.border.test.TraderFixtures.IMPORTER_BN15;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.card;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.test.TraderFixtures.importer;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;

class EligibilityRulesTest {

    private static final Moment FRESH = new Moment(TUESDAY, Duration.ofSeconds(1), Duration.ofSeconds(60));
    private static final Moment STALE = new Moment(TUESDAY, Duration.ofSeconds(61), Duration.ofSeconds(60));

    private final BorderStatus memory = BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), CLOCK);
    private final EligibilityRules rules = new EligibilityRules(TestPolicies.shipped());

    @BeforeEach
    void aMemberAndACompanyThatIsNone() {
        List.of(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), importer(1, MONDAY), card(1, MONDAY, false))
                .forEach(memory::apply);
    }

    @Test
    void answersInOrderAndOneBadItemFailsNoOther() {
        var answers = ask(
                        FRESH,
                        Benefit.FAST_LANE,
                        item("CARRIER_CODE", CARRIER_CODE),
                        item("CARRIER_CODE", "77yy"),
                        item("BN15", IMPORTER_BN15),
                        item("PASSPORT", "X"),
                        item("", ""),
                        item("BN15", "000000000RM0001"),
                        item("DRIVER_CARD", CARD),
                        item("driver-card", "FAST99999999"),
                        item("driver-card", "?"),
                        item("bn9", CARRIER))
                .answers();
        assertThat(answers)
                .extracting(a -> a.outcome() + " " + a.reasons())
                .containsExactly(
                        "ELIGIBLE []",
                        "INELIGIBLE [MALFORMED_IDENTIFIER]",
                        "INELIGIBLE [NOT_A_MEMBER]",
                        "INELIGIBLE [UNKNOWN_SCHEME]",
                        "INELIGIBLE [UNKNOWN_SCHEME]",
                        "INELIGIBLE [UNKNOWN_IDENTIFIER]",
                        "ELIGIBLE [DRIVER_CARD_VALID]",
                        "INELIGIBLE [DRIVER_CARD_UNKNOWN]",
                        "INELIGIBLE [DRIVER_CARD_MALFORMED]",
                        "ELIGIBLE []");
    }

    @Test
    void withoutABenefitAllAreAnswered() {
        var answer =
                ask(FRESH, null, item("CARRIER_CODE", CARRIER_CODE)).answers().getFirst();
        assertThat(answer.benefits()).hasSize(Benefit.COUNT);
        assertThat(answer.benefits().stream().filter(b -> b.outcome() == Outcome.ELIGIBLE))
                .extracting(Answer.BenefitOutcome::benefit)
                .containsExactly(
                        Benefit.FAST_LANE, Benefit.REDUCED_EXAMINATION, Benefit.FRONT_OF_LINE, Benefit.MRA_RECOGNITION);
    }

    @Test
    void staleKnowledgeMakesEverythingIndeterminate() {
        var answers = ask(STALE, null, item("CARRIER_CODE", CARRIER_CODE), item("DRIVER_CARD", CARD))
                .answers();
        assertThat(answers)
                .allMatch(a -> a.outcome() == Outcome.INDETERMINATE)
                .allMatch(a -> a.reasons().contains(Reason.STATUS_STALE));
    }

    @Test
    void theSameQuestionTwiceInOneBatchIsAnsweredTwice() {
        var item = item("CARRIER_CODE", CARRIER_CODE);
        var answers = ask(FRESH, null, item, item).answers();
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
    }

    private Answer ask(Moment moment, Benefit benefit, Question.Item... items) {
        return rules.answer(new Question(TUESDAY, benefit, List.of(items)), memory, moment);
    }

    private static Question.Item item(String scheme, String id) {
        return new Question.Item(scheme, id);
    }
}
