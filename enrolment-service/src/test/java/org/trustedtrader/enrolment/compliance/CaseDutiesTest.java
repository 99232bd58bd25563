package org.trustedtrader.enrolment.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.Duties.MANAGER;
import static org.trustedtrader.enrolment.Duties.SOMEBODY_ELSE;
import static org.trustedtrader.enrolment.Duties.officer;
import static org.trustedtrader.enrolment.compliance.ComplianceCaseTest.aCaseIn;
import static org.trustedtrader.enrolment.compliance.ComplianceCaseTest.aCaseOf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.Duties;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Outcome;
import org.trustedtrader.enrolment.compliance.ComplianceCase.State;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

/** The decision of a case, and everybody who took part. */
class CaseDutiesTest {

    private static final Instant NOW = Instant.parse("2027-09-02T12:00:00Z");
    private static final Actor PROPOSER = officer("pia", "approver");
    private static final Actor SUSPENDER = officer("sue", "approver");
    private static final Actor VISITOR = officer("vic", "approver");
    private static final List<Share> OTHERS = List.of(
            Share.participation(SUSPENDER.id(), "SUSPENSION", "part.suspended"),
            Share.participation(VISITOR.id(), "VALIDATION", "part.validated"));

    @TestFactory
    Stream<DynamicTest> everyOutcome() {
        return Stream.of(Outcome.NO_ACTION, Outcome.ACTION_PLAN, Outcome.SUSPENSION, Outcome.CANCELLATION)
                .map(outcome -> Duties.of(
                        "a case decided as " + outcome,
                        Map.of("opened it", ComplianceCaseTest.OPENER, "proposed it", PROPOSER),
                        Map.of("suspended", SUSPENDER, "visited", VISITOR),
                        who -> decide(proposed(aCaseIn(State.ANSWERED), outcome), outcome, who),
                        who -> {
                            var named = proposed(aCaseIn(State.ANSWERED), outcome);
                            named.nameDecider(
                                    new NamedDecider(who.id(), "no other officer is left", MANAGER.id()),
                                    OTHERS,
                                    MANAGER,
                                    NOW);
                            named.changeStored();
                            decide(named, outcome, who);
                        }))
                .flatMap(Duties::tests);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"SUSPENSION", "CANCELLATION"})
    void whatThePlatformOpenedTakesNothingAwayWithoutTheProposalOfAnotherOfficer(Outcome outcome) {
        var alone = catchThrowableOfType(
                Refusal.RuleBroken.class,
                () -> decide(aCaseOf("service:enrolment", State.ANSWERED), outcome, SOMEBODY_ELSE));
        assertThat(alone.rule()).isEqualTo("proposal-needed");
        var other = catchThrowableOfType(
                Refusal.RuleBroken.class,
                () -> decide(
                        proposed(aCaseOf("service:enrolment", State.ANSWERED), Outcome.NO_ACTION),
                        outcome,
                        SOMEBODY_ELSE));
        assertThat(other.rule()).as("what was proposed is another outcome").isEqualTo("proposal-needed");
        var proposed = proposed(aCaseOf("service:enrolment", State.ANSWERED), outcome);
        decide(proposed, outcome, SOMEBODY_ELSE);
        assertThat(proposed.state()).isEqualTo(State.DECIDED);
    }

    @Test
    void anOfficerAloneLetsTheCompanyKeepWhatItHas() {
        var silent = aCaseOf("service:enrolment", State.ANSWERED);
        decide(silent, Outcome.NO_ACTION, SOMEBODY_ELSE);
        assertThat(silent.state()).isEqualTo(State.DECIDED);
    }

    private static ComplianceCase proposed(ComplianceCase aCase, Outcome outcome) {
        aCase.propose(outcome, "as the facts are", PROPOSER, NOW);
        aCase.changeStored();
        return aCase;
    }

    private static void decide(ComplianceCase aCase, Outcome outcome, Actor who) {
        aCase.decide(new ComplianceCase.Decision(outcome, null, "", "Customs Act, s. 11.1"), OTHERS, who, NOW);
    }
}
