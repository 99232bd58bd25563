package org.trustedtrader.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.trustedtrader.assessment.review.Fixtures.APPROVER;
import static org.trustedtrader.assessment.review.Fixtures.ASSESSOR;
import static org.trustedtrader.assessment.review.Fixtures.AT;
import static org.trustedtrader.assessment.review.Fixtures.CATALOGUE;
import static org.trustedtrader.assessment.review.Fixtures.NOW;
import static org.trustedtrader.assessment.review.Fixtures.OWNER;
import static org.trustedtrader.assessment.review.Fixtures.RULES;
import static org.trustedtrader.assessment.review.Fixtures.SELF;
import static org.trustedtrader.assessment.review.Fixtures.TODAY;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.AnswerCommand;
import org.trustedtrader.assessment.profile.Judgement;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.platform.refusal.Refusal;

/** Every state × every command: the state afterwards, or {@code -} for a refusal that names both. */
class AssessmentStatesTest {

    @ParameterizedTest(name = "{0}: OPEN→{1} SUBMITTED→{2} COMPLETED→{3} REOPENED→{4} CLOSED→{5}")
    @CsvSource({
        // command,       OPEN,      SUBMITTED, COMPLETED, REOPENED,  CLOSED
        "answer,          OPEN,      SUBMITTED, -,         REOPENED,  -",
        "attach,          OPEN,      SUBMITTED, COMPLETED, REOPENED,  -",
        "declare,         OPEN,      SUBMITTED, -,         REOPENED,  -",
        "submit,          SUBMITTED, -,         -,         SUBMITTED, -",
        "adopt,           OPEN,      -,         -,         REOPENED,  -",
        "review,          -,         SUBMITTED, -,         -,         -",
        "propose-exempt,  -,         SUBMITTED, -,         -,         -",
        "exempt,          -,         SUBMITTED, -,         -,         -",
        "complete,        -,         COMPLETED, -,         -,         -",
        "reopen,          -,         -,         REOPENED,  -,         -",
        "propose,         -,         SUBMITTED, COMPLETED, REOPENED,  -",
        "act,             -,         -,         COMPLETED, REOPENED,  -",
        "withdrawn,       CLOSED,    CLOSED,    CLOSED,    CLOSED,    CLOSED",
        "revalidate,      OPEN,      SUBMITTED, REOPENED,  REOPENED,  CLOSED"
    })
    void everyStateKnowsEveryCommand(
            String command, String open, String submitted, String completed, String reopened, String closed) {
        check(command, Assessment.State.OPEN, open);
        check(command, Assessment.State.SUBMITTED, submitted);
        check(command, Assessment.State.COMPLETED, completed);
        check(command, Assessment.State.REOPENED, reopened);
        check(command, Assessment.State.CLOSED, closed);
    }

    private static void check(String command, Assessment.State before, String after) {
        Assessment assessment = command.equals("exempt") && before == Assessment.State.SUBMITTED
                ? Fixtures.exemptionsProposed(Fixtures.in(before), "A3CHY")
                : Fixtures.in(before);
        if (!after.equals("-")) {
            run(command).accept(assessment);
            assertThat(assessment.snapshot().state())
                    .as(command + " in " + before)
                    .hasToString(after);
        } else if (command.equals("act") && before == Assessment.State.SUBMITTED) {
            assertThatExceptionOfType(Refusal.NotFound.class)
                    .isThrownBy(() -> run(command).accept(assessment));
        } else {
            assertThatExceptionOfType(Refusal.WrongState.class)
                    .as(command + " in " + before)
                    .isThrownBy(() -> run(command).accept(assessment))
                    .withMessageContaining(before.name());
            assertThat(assessment.change()).isEmpty();
        }
    }

    private static Consumer<Assessment> run(String command) {
        return switch (command) {
            case "answer" ->
                a -> a.answer(List.of(AnswerCommand.of("A3CHY", "We wrote it down.")), CATALOGUE, OWNER, NOW);
            case "attach" -> a -> a.attach(Fixtures.file("A3CHY", "seals.pdf"), Fixtures.LIMITS, OWNER, NOW);
            case "declare" -> a -> a.declare(SupplyChain.UNDECLARED, OWNER, NOW);
            case "submit" -> a -> a.submit(CATALOGUE, OWNER, NOW);
            case "adopt" -> a -> a.adopt(CATALOGUE, List.of(), OWNER, NOW);
            case "review" -> a -> a.review(List.of(Judgement.accept("A3CHY")), CATALOGUE, ASSESSOR, NOW);
            case "propose-exempt" ->
                a -> a.propose(
                        new ExemptionProposal(
                                "A3CHY", ASSESSOR.id(), "Not sealable.", TODAY.plusDays(90), Scope.COMPANY),
                        ASSESSOR,
                        NOW);
            case "exempt" ->
                a -> a.exempt(ScopedCriterion.of("A3CHY"), "Not sealable.", TODAY.plusDays(90), APPROVER, NOW);
            case "complete" -> a -> a.complete("Well done.", RULES, ASSESSOR, NOW);
            case "reopen" -> a -> a.reopen(Assessment.ReopeningCause.INCIDENT, "A seal was broken.", ASSESSOR, NOW);
            case "propose" ->
                a -> a.proposeAction(ScopedCriterion.of("Z68SD"), "A fence is down.", RULES, ASSESSOR, NOW);
            case "act" -> a -> a.act("A3CHY-1", ActionStep.agree("Security manager", "Write it."), OWNER, NOW);
            case "withdrawn" -> a -> a.follow(Fixtures.application(10, "WITHDRAWN"), CATALOGUE, SELF, NOW);
            case "revalidate" -> a -> a.follow(Fixtures.membership(5, AT), Fixtures.CATALOGUE, SELF, NOW);
            default -> throw new IllegalArgumentException(command);
        };
    }
}
