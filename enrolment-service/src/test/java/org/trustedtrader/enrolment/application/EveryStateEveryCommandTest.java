package org.trustedtrader.enrolment.application;

import static java.util.EnumSet.of;
import static java.util.EnumSet.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.enrolment.application.ApplicationState.*;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.platform.refusal.Refusal;

/** Each command in each of the sixteen states: done where the programme allows it, refused with both states elsewhere. */
class EveryStateEveryCommandTest {

    /** @param next where it leads; null means the state stays as it is */
    private record Verb(Set<ApplicationState> possibleIn, ApplicationState next, Consumer<MembershipApplication> run) {}

    private static final Map<String, Verb> COMMANDS = Map.ofEntries(
            Map.entry("amend", new Verb(of(DRAFT, RETURNED_INCOMPLETE), DRAFT, a -> a.amend(complete(), OWNER, NOW))),
            Map.entry("submit", new Verb(of(DRAFT), SUBMITTED, a -> a.submit(FACTS, THRESHOLDS, OWNER, NOW))),
            Map.entry(
                    "grant",
                    new Verb(
                            of(DRAFT, RETURNED_INCOMPLETE),
                            null,
                            a -> a.grant(
                                    new SpecialConsideration(
                                            Section.CARM_REGISTRATION,
                                            "user:paul",
                                            "pilot",
                                            java.time.LocalDate.of(2027, 1, 1)),
                                    APPROVER,
                                    NOW))),
            Map.entry("startCheck", new Verb(of(SUBMITTED), COMPLETENESS_CHECK, a -> a.startCheck(INTAKE, NOW))),
            Map.entry(
                    "returnIncomplete",
                    new Verb(
                            of(COMPLETENESS_CHECK),
                            RETURNED_INCOMPLETE,
                            a -> a.returnIncomplete("no map", DEADLINES, INTAKE, NOW))),
            Map.entry("accept", new Verb(of(COMPLETENESS_CHECK), ACCEPTED, a -> a.accept(INTAKE, NOW))),
            Map.entry(
                    "requestInformation",
                    new Verb(
                            range(ACCEPTED, DECISION),
                            null,
                            a -> a.requestInformation("which lanes?", DEADLINES, INTAKE, NOW))),
            Map.entry(
                    "vet", new Verb(of(ACCEPTED, IN_REVIEW), null, a -> a.vet(Vetting.Outcome.CLEAR, "", INTAKE, NOW))),
            Map.entry(
                    "approve",
                    new Verb(
                            of(DECISION),
                            APPROVED_PENDING_TERMS,
                            a -> a.approve(GROUNDS, ALL_WELL, OFFER, APPROVER, NOW))),
            Map.entry(
                    "signTerms",
                    new Verb(of(APPROVED_PENDING_TERMS), APPROVED, a -> a.signTerms("2026-1", ALL_WELL, OWNER, NOW))),
            Map.entry(
                    "intendToDeny",
                    new Verb(of(DECISION), INTENT_TO_DENY, a -> a.intendToDeny(GROUNDS, DEADLINES, APPROVER, NOW))),
            Map.entry(
                    "openInformalReview",
                    new Verb(of(INTENT_TO_DENY), INFORMAL_REVIEW, a -> a.openInformalReview("we object", OWNER, NOW))),
            Map.entry("deny", new Verb(of(INFORMAL_REVIEW), DENIED, a -> a.deny(GROUNDS, APPROVER, NOW))),
            Map.entry(
                    "sendBack",
                    new Verb(
                            of(DECISION, INTENT_TO_DENY, INFORMAL_REVIEW),
                            IN_REVIEW,
                            a -> a.sendBack("one more look", APPROVER, NOW))),
            Map.entry(
                    "withdraw",
                    new Verb(range(DRAFT, DECISION), WITHDRAWN, a -> a.withdraw("other plans", OWNER, NOW))));

    static Stream<Arguments> everyStateWithEveryCommand() {
        return COMMANDS.keySet().stream()
                .sorted()
                .flatMap(command -> Arrays.stream(ApplicationState.values()).map(s -> Arguments.of(command, s)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("everyStateWithEveryCommand")
    void isDoneWhereAllowedAndRefusedElsewhere(String command, ApplicationState state) {
        var verb = COMMANDS.get(command);
        var application = anApplicationIn(state);
        if (!verb.possibleIn().contains(state)) {
            assertThatThrownBy(() -> verb.run().accept(application))
                    .isInstanceOf(Refusal.WrongState.class)
                    .hasMessageContaining("while in state " + state.name())
                    .hasMessageContaining(verb.possibleIn().iterator().next().name());
            assertThat(application.change()).isEmpty();
            assertThat(application.state()).isEqualTo(state);
            return;
        }
        verb.run().accept(application);
        var change = application.change().orElseThrow();
        assertThat(application.state()).isEqualTo(verb.next() == null ? state : verb.next());
        assertThat(change.from()).isEqualTo(state.name());
        assertThat(change.to()).isEqualTo(application.state().name());
        assertThat(change.effectiveAt()).isEqualTo(NOW);
    }

    @Test
    void theTableCoversEveryVerbThatAnswersWithAWrongState() {
        var verbs = Arrays.stream(MembershipApplication.class.getDeclaredMethods())
                .filter(m -> java.lang.reflect.Modifier.isPublic(m.getModifiers()))
                .filter(m -> m.getReturnType() == void.class)
                .map(java.lang.reflect.Method::getName)
                .filter(name -> !Set.of("follow", "lapse", "noteMembershipEnded", "provideInformation")
                        .contains(name));
        assertThat(COMMANDS.keySet()).containsExactlyInAnyOrderElementsOf(verbs.toList());
    }

    @ParameterizedTest
    @MethodSource("states")
    void anAnswerIsTakenOnlyWhereSomebodyAsked(ApplicationState state) {
        var asked = with(state, review(state).asking("which lanes?"));
        if (range(ACCEPTED, DECISION).contains(state)) {
            asked.provideInformation("these", OWNER, NOW);
            assertThat(asked.state()).isEqualTo(state);
            assertThat(asked.snapshot().review().question()).isNull();
            assertThatThrownBy(() -> anApplicationIn(state).provideInformation("these", OWNER, NOW))
                    .isInstanceOf(Refusal.RuleBroken.class);
        } else {
            assertThatThrownBy(() -> asked.provideInformation("these", OWNER, NOW))
                    .isInstanceOf(Refusal.WrongState.class);
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void reportsLeadOnlyAnApplicationUnderReviewOn(ApplicationState state) {
        var application = anApplicationIn(state);
        application.follow(reports(assessment(9, true), visit(9, true)), PLATFORM, NOW);
        var expected = switch (state) {
            case ACCEPTED -> IN_REVIEW;
            case IN_REVIEW -> VALIDATION_PENDING;
            case VALIDATION_PENDING -> VALIDATED;
            case VALIDATED -> DECISION;
            default -> state;
        };
        assertThat(application.state()).isEqualTo(expected);
        assertThat(application.change().isPresent()).isEqualTo(expected != state);
    }

    @ParameterizedTest
    @MethodSource("states")
    void onlyAnApprovedApplicationNotesTheEndOfItsMembership(ApplicationState state) {
        var application = anApplicationIn(state);
        application.noteMembershipEnded(PLATFORM, NOW);
        assertThat(application.change().isPresent()).isEqualTo(state == APPROVED);
        assertThat(application.snapshot().open()).isEqualTo(state != APPROVED && !state.endedWithoutMembership());
    }

    static Stream<ApplicationState> states() {
        return Arrays.stream(ApplicationState.values());
    }
}
