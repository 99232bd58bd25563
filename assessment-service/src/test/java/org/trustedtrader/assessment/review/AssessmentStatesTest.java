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

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.AnswerCommand;
import org.trustedtrader.assessment.profile.Judgement;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.DocumentedCommands;

/**
 * Every state × every command, and × all that happens without one: the state afterwards, or {@code -} for a refusal that names both
 * or for a happening that changes nothing. The tables of the documentation say the same.
 */
class AssessmentStatesTest {

    private static final String COMMANDS = """
            # command,                  OPEN,      SUBMITTED, COMPLETED, REOPENED,  CLOSED
            answer,                     OPEN,      SUBMITTED, -,         REOPENED,  -
            carry over,                 OPEN,      SUBMITTED, -,         REOPENED,  -
            declare the supply chain,   OPEN,      SUBMITTED, -,         REOPENED,  -
            attach evidence,            OPEN,      SUBMITTED, COMPLETED, REOPENED,  -
            take over an earlier profile, OPEN,    -,         -,         -,         -
            adopt a newer catalogue,    OPEN,      -,         -,         REOPENED,  -
            submit,                     SUBMITTED, -,         -,         SUBMITTED, -
            review,                     -,         SUBMITTED, -,         -,         -
            propose an exemption,       -,         SUBMITTED, -,         -,         -
            exempt,                     -,         SUBMITTED, -,         -,         -
            complete,                   -,         COMPLETED, -,         -,         -
            reopen,                     -,         -,         REOPENED,  -,         -
            propose a corrective action, -,        SUBMITTED, COMPLETED, REOPENED,  -
            work on one,                -,         SUBMITTED, COMPLETED, REOPENED,  -
            """;

    private static final String HAPPENINGS = """
            # what happens,                                OPEN,   SUBMITTED, COMPLETED, REOPENED, CLOSED
            lines of business are added,                   OPEN,   SUBMITTED, REOPENED,  REOPENED, -
            lines of business are denied or given up,      OPEN,   SUBMITTED, COMPLETED, REOPENED, -
            a change report is decided with REASSESS,      OPEN,   SUBMITTED, REOPENED,  REOPENED, -
            the membership's revalidation opens,           OPEN,   SUBMITTED, REOPENED,  REOPENED, -
            an annual review states that answers changed,  OPEN,   SUBMITTED, REOPENED,  REOPENED, -
            a site of the company is added or closed,      OPEN,   SUBMITTED, COMPLETED, REOPENED, -
            the application ends without a membership,     CLOSED, CLOSED,    CLOSED,    CLOSED,   -
            the membership ends,                           CLOSED, CLOSED,    CLOSED,    CLOSED,   -
            """;

    @ParameterizedTest(name = "{0}: OPEN→{1} SUBMITTED→{2} COMPLETED→{3} REOPENED→{4} CLOSED→{5}")
    @CsvSource(textBlock = COMMANDS, quoteCharacter = '"')
    void everyStateKnowsEveryCommand(
            String command, String open, String submitted, String completed, String reopened, String closed) {
        inEachState(command, open, submitted, completed, reopened, closed).forEach((state, after) -> {
            Assessment assessment = given(command, state);
            if (after.isPresent()) {
                assertThat(carriedOut(command, assessment))
                        .as(command + " in " + state)
                        .isEqualTo(after.get());
            } else {
                assertThatExceptionOfType(Refusal.WrongState.class)
                        .as(command + " in " + state)
                        .isThrownBy(() -> run(command).accept(assessment))
                        .withMessageContaining(state.name());
                assertThat(assessment.change()).isEmpty();
            }
        });
    }

    @ParameterizedTest(name = "{0}: OPEN→{1} SUBMITTED→{2} COMPLETED→{3} REOPENED→{4} CLOSED→{5}")
    @CsvSource(textBlock = HAPPENINGS, quoteCharacter = '"')
    void everyStateKnowsWhatHappens(
            String happening, String open, String submitted, String completed, String reopened, String closed) {
        inEachState(happening, open, submitted, completed, reopened, closed).forEach((state, after) -> {
            Assessment assessment = Fixtures.in(state);
            run(happening).accept(assessment);
            assertThat(assessment.state()).as(happening + " in " + state).isEqualTo(after.orElse(state));
            assertThat(assessment.change().isPresent())
                    .as(happening + " in " + state)
                    .isEqualTo(after.isPresent());
        });
    }

    @ParameterizedTest
    @CsvSource({"Command", "What happens without a command"})
    void theDocumentationHoldsTheSameTable(String first) {
        var documented = DocumentedCommands.of(Assessment.State.class, "Assessment and risk", first);
        var tried = (first.equals("Command") ? COMMANDS : HAPPENINGS)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",\\s*"))
                .collect(Collectors.toMap(cells -> cells[0], AssessmentStatesTest::leads));
        assertThat(documented.commands()).containsExactlyInAnyOrderElementsOf(tried.keySet());
        tried.forEach((command, leads) ->
                assertThat(documented.leads(command)).as(command).isEqualTo(leads));
    }

    private static Map<Assessment.State, Assessment.State> leads(String... cells) {
        var leads = new EnumMap<Assessment.State, Assessment.State>(Assessment.State.class);
        inEachState(cells).forEach((state, after) -> after.ifPresent(next -> leads.put(state, next)));
        return leads;
    }

    /** @param row a name, then what follows in each state in their order */
    private static Map<Assessment.State, Optional<Assessment.State>> inEachState(String... row) {
        return Stream.of(Assessment.State.values())
                .collect(Collectors.toMap(
                        state -> state,
                        state -> Optional.of(row[state.ordinal() + 1])
                                .filter(after -> !after.equals("-"))
                                .map(Assessment.State::valueOf)));
    }

    private static Assessment given(String command, Assessment.State state) {
        Assessment assessment = Fixtures.in(state);
        return switch (state) {
            case OPEN -> command.equals("take over an earlier profile") ? Fixtures.opened() : assessment;
            case SUBMITTED ->
                switch (command) {
                    case "exempt" -> Fixtures.exemptionsProposed(assessment, "A3CHY");
                    case "work on one" -> handedInAgain();
                    default -> assessment;
                };
            default -> assessment;
        };
    }

    /** Under review for the second time, with the corrective action that the first review left. */
    private static Assessment handedInAgain() {
        Assessment answered = Fixtures.stored(Fixtures.run(Fixtures.in(Assessment.State.REOPENED), run("answer")));
        return Fixtures.stored(Fixtures.run(answered, run("submit")));
    }

    /** What the state admits may find nothing to carry over: no line and no site was asked before. */
    private static Assessment.State carriedOut(String command, Assessment assessment) {
        if (command.equals("carry over")) {
            assertThatExceptionOfType(Refusal.RuleBroken.class)
                    .isThrownBy(() -> run(command).accept(assessment))
                    .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("nothing-to-carry-over"));
        } else {
            run(command).accept(assessment);
            assertThat(assessment.change()).as(command).isPresent();
        }
        return assessment.state();
    }

    private static Consumer<Assessment> run(String command) {
        return switch (command) {
            case "answer" ->
                a -> a.answer(List.of(AnswerCommand.of("A3CHY", "We wrote it down.")), CATALOGUE, OWNER, NOW);
            case "carry over" -> a -> a.carryOver(Scope.COMPANY, CATALOGUE, OWNER, NOW);
            case "declare the supply chain" -> a -> a.declare(Fixtures.CHAIN, OWNER, NOW);
            case "attach evidence" -> a -> a.attach(Fixtures.file("A3CHY", "seals.pdf"), Fixtures.LIMITS, OWNER, NOW);
            case "take over an earlier profile" ->
                a -> a.takeOver(Fixtures.completedRejecting(), CATALOGUE, Fixtures.LIMITS, OWNER, NOW);
            case "adopt a newer catalogue" -> a -> a.adopt(CATALOGUE, List.of(), OWNER, NOW);
            case "submit" -> a -> a.submit(CATALOGUE, OWNER, NOW);
            case "review" -> a -> a.review(List.of(Judgement.accept("A3CHY")), CATALOGUE, ASSESSOR, NOW);
            case "propose an exemption" ->
                a -> a.propose(
                        new ExemptionProposal(
                                "A3CHY", ASSESSOR.id(), "Not sealable.", TODAY.plusDays(90), Scope.COMPANY),
                        ASSESSOR,
                        NOW);
            case "exempt" ->
                a -> a.exempt(ScopedCriterion.of("A3CHY"), "Not sealable.", TODAY.plusDays(90), APPROVER, NOW);
            case "complete" -> a -> a.complete("Well done.", RULES, ASSESSOR, NOW);
            case "reopen" -> a -> a.reopen(Assessment.ReopeningCause.INCIDENT, "A seal was broken.", ASSESSOR, NOW);
            case "propose a corrective action" ->
                a -> a.proposeAction(ScopedCriterion.of("Z68SD"), "A fence is down.", RULES, ASSESSOR, NOW);
            case "work on one" -> a -> a.act("A3CHY-1", ActionStep.agree("Security manager", "Write it."), OWNER, NOW);
            case "lines of business are added" ->
                a -> a.follow(lines(LineOfBusiness.HIGHWAY_CARRIER, LineOfBusiness.IMPORTER), CATALOGUE, SELF, NOW);
            case "lines of business are denied or given up" -> a -> a.follow(lines(), CATALOGUE, SELF, NOW);
            case "a change report is decided with REASSESS" ->
                a -> a.reassess(new ReassessForChange.ChangeDecision("c1", 3, Fixtures.ID), SELF, NOW);
            case "the membership's revalidation opens" ->
                a -> a.follow(Fixtures.membership(5, AT), CATALOGUE, SELF, NOW);
            case "an annual review states that answers changed" ->
                a -> a.follow(Fixtures.annualReview(3, AT, "A3CHY"), SELF, NOW);
            case "a site of the company is added or closed" ->
                a -> a.follow(List.of(ScopesTest.YARD), ScopesTest.BY_SITE, SELF, NOW);
            case "the application ends without a membership" ->
                a -> a.follow(Fixtures.application(10, "WITHDRAWN"), CATALOGUE, SELF, NOW);
            case "the membership ends" ->
                a -> a.follow(Fixtures.membershipIn("CANCELLED_FINAL", 5), CATALOGUE, SELF, NOW);
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static ApplicationSnapshot lines(LineOfBusiness... lines) {
        return new ApplicationSnapshot(Fixtures.ID, 10, Fixtures.COMPANY, Set.of(lines), "IN_REVIEW");
    }
}
