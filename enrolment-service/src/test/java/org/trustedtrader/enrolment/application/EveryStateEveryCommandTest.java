package org.trustedtrader.enrolment.application;

import static java.util.EnumSet.of;
import static java.util.EnumSet.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.enrolment.application.ApplicationState.*;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.DocumentedCommands;

/**
 * Each command in each of the sixteen states: done where the programme allows it, refused with both states elsewhere. The state
 * table of the documentation says the same.
 */
class EveryStateEveryCommandTest {

    /** @param next where it leads from a state that is not named in {@code exceptions}; null means that the state stays */
    private record Verb(
            Set<ApplicationState> possibleIn,
            ApplicationState next,
            Map<ApplicationState, ApplicationState> exceptions,
            Function<ApplicationState, MembershipApplication> given,
            Consumer<MembershipApplication> run) {

        ApplicationState after(ApplicationState state) {
            return exceptions.getOrDefault(state, next == null ? state : next);
        }
    }

    private static Verb verb(
            Set<ApplicationState> possibleIn, ApplicationState next, Consumer<MembershipApplication> run) {
        return new Verb(possibleIn, next, Map.of(), Fixtures::anApplicationIn, run);
    }

    private static final Declarations AMENDED = new Declarations(Set.of(), null, null, null, null, null, null, null);

    /** Checked the application at intake. */
    private static final String PARTICIPANT = "user:zoe";

    private static final Set<ApplicationState> UNTIL_MEMBERSHIP = EnumSet.of(
            ACCEPTED,
            IN_REVIEW,
            VALIDATION_PENDING,
            VALIDATED,
            DECISION,
            APPROVED_PENDING_TERMS,
            INTENT_TO_DENY,
            INFORMAL_REVIEW);

    private static final Map<String, Verb> COMMANDS = Map.ofEntries(
            Map.entry("amend", verb(of(DRAFT, RETURNED_INCOMPLETE), DRAFT, a -> a.amend(AMENDED, OWNER, NOW))),
            Map.entry("submit", verb(of(DRAFT), SUBMITTED, a -> a.submit(FACTS, THRESHOLDS, OWNER, NOW))),
            Map.entry(
                    "grant a special consideration",
                    new Verb(
                            of(DRAFT, RETURNED_INCOMPLETE),
                            null,
                            Map.of(),
                            state -> state == DRAFT || state == RETURNED_INCOMPLETE
                                    ? proposed(anApplicationIn(state), CONSIDERATION)
                                    : anApplicationIn(state),
                            a -> a.grant(CONSIDERATION, PAULA, NOW))),
            Map.entry(
                    "propose a special consideration",
                    verb(
                            of(DRAFT, RETURNED_INCOMPLETE),
                            null,
                            a -> a.propose(
                                    new Proposals.Consideration(
                                            CONSIDERATION.section(),
                                            INTAKE.id(),
                                            CONSIDERATION.reason(),
                                            CONSIDERATION.expiresOn()),
                                    INTAKE,
                                    NOW))),
            Map.entry(
                    "nameDecider",
                    new Verb(
                            of(DECISION, INTENT_TO_DENY, INFORMAL_REVIEW),
                            null,
                            Map.of(),
                            state -> with(state, review(state).handledAtIntakeBy(PARTICIPANT)),
                            a -> name(a, Proposals.Matter.DECISION))),
            Map.entry(
                    "nameDecider to clear a concern",
                    verb(UNTIL_MEMBERSHIP, null, a -> name(a, Proposals.Matter.CLEARANCE))),
            Map.entry(
                    "nameDecider of a special consideration",
                    new Verb(
                            of(DRAFT, RETURNED_INCOMPLETE),
                            null,
                            Map.of(),
                            state -> with(state, review(state).handledAtIntakeBy(PARTICIPANT)),
                            a -> name(a, Proposals.Matter.SPECIAL_CONSIDERATION))),
            Map.entry("startCheck", verb(of(SUBMITTED), COMPLETENESS_CHECK, a -> a.startCheck(INTAKE, NOW))),
            Map.entry(
                    "returnIncomplete",
                    verb(
                            of(COMPLETENESS_CHECK),
                            RETURNED_INCOMPLETE,
                            a -> a.returnIncomplete("no map", DEADLINES, INTAKE, NOW))),
            Map.entry("accept", verb(of(COMPLETENESS_CHECK), ACCEPTED, a -> a.accept(INTAKE, NOW))),
            Map.entry(
                    "requestInformation",
                    verb(
                            range(ACCEPTED, DECISION),
                            null,
                            a -> a.requestInformation("which lanes?", DEADLINES, INTAKE, NOW))),
            Map.entry(
                    "provideInformation",
                    new Verb(
                            range(ACCEPTED, DECISION),
                            null,
                            Map.of(),
                            state -> with(state, review(state).asking("which lanes?")),
                            a -> a.provideInformation("these", OWNER, NOW))),
            Map.entry(
                    "vet CLEAR",
                    verb(of(ACCEPTED, IN_REVIEW), null, a -> a.vet(Vetting.Outcome.CLEAR, "", INTAKE, NOW))),
            Map.entry(
                    "vet CLEAR of a concern",
                    new Verb(
                            UNTIL_MEMBERSHIP,
                            null,
                            Map.of(APPROVED_PENDING_TERMS, DECISION),
                            state -> with(
                                    state, reviewed(GOOD).vetted(new Vetting(Vetting.Outcome.CONCERNS, "user:ivy"))),
                            a -> a.vet(Vetting.Outcome.CLEAR, "", INTAKE, NOW))),
            Map.entry(
                    "vet CONCERNS",
                    new Verb(
                            UNTIL_MEMBERSHIP,
                            null,
                            Map.of(APPROVED_PENDING_TERMS, DECISION),
                            Fixtures::anApplicationIn,
                            a -> a.vet(Vetting.Outcome.CONCERNS, "", INTAKE, NOW))),
            Map.entry(
                    "proposeApproval", verb(of(DECISION), null, a -> a.proposeApproval(GROUNDS, ALL_WELL, PAULA, NOW))),
            Map.entry(
                    "approve",
                    verb(
                            of(DECISION),
                            APPROVED_PENDING_TERMS,
                            a -> a.approve(GROUNDS, ALL_WELL, OFFER, APPROVER, NOW))),
            Map.entry(
                    "signTerms",
                    verb(of(APPROVED_PENDING_TERMS), APPROVED, a -> a.signTerms("2026-1", ALL_WELL, OWNER, NOW))),
            Map.entry(
                    "intendToDeny",
                    verb(
                            union(range(ACCEPTED, DECISION), of(APPROVED_PENDING_TERMS)),
                            INTENT_TO_DENY,
                            a -> a.intendToDeny(PROPOSAL, ALL_WELL, DEADLINES, APPROVER, NOW))),
            Map.entry(
                    "openInformalReview",
                    verb(of(INTENT_TO_DENY), INFORMAL_REVIEW, a -> a.openInformalReview("we object", OWNER, NOW))),
            Map.entry(
                    "deny", verb(of(INFORMAL_REVIEW), DENIED, a -> a.deny(GROUNDS, ALL_WELL, WAITING, APPROVER, NOW))),
            Map.entry(
                    "sendBack",
                    verb(
                            of(DECISION, INTENT_TO_DENY, INFORMAL_REVIEW),
                            IN_REVIEW,
                            a -> a.sendBack("one more look", ALL_WELL, APPROVER, NOW))),
            Map.entry(
                    "withdraw",
                    verb(
                            union(range(DRAFT, DECISION), of(INTENT_TO_DENY, INFORMAL_REVIEW)),
                            WITHDRAWN,
                            a -> a.withdraw("other plans", OWNER, NOW))),
            Map.entry(
                    "deny some lines",
                    new Verb(
                            of(INFORMAL_REVIEW),
                            IN_REVIEW,
                            Map.of(),
                            Fixtures::ofTwoLines,
                            a -> a.deny(GROUNDS, ALL_WELL, WAITING, APPROVER, NOW))),
            Map.entry(
                    "withdrawLines",
                    new Verb(
                            union(range(ACCEPTED, DECISION), of(INTENT_TO_DENY, INFORMAL_REVIEW)),
                            null,
                            new TreeMap<>(Map.of(INTENT_TO_DENY, IN_REVIEW, INFORMAL_REVIEW, IN_REVIEW)),
                            Fixtures::ofTwoLines,
                            a -> a.withdrawLines(Set.of(LineOfBusiness.IMPORTER), "other plans", OWNER, NOW))));

    static Stream<Arguments> everyStateWithEveryCommand() {
        return COMMANDS.keySet().stream()
                .sorted()
                .flatMap(command -> Arrays.stream(ApplicationState.values()).map(s -> Arguments.of(command, s)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("everyStateWithEveryCommand")
    void isDoneWhereAllowedAndRefusedElsewhere(String command, ApplicationState state) {
        var verb = COMMANDS.get(command);
        var application = verb.given().apply(state);
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
        assertThat(application.state()).isEqualTo(verb.after(state));
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
                .filter(name -> !Set.of("follow", "endUnanswered", "noteMembershipEnded", "endWithMembership")
                        .contains(name));
        assertThat(COMMANDS.keySet().stream().map(command -> command.split(" ")[0]))
                .containsOnlyOnceElementsOf(Set.of("amend", "approve"))
                .containsOnly(verbs.toArray(String[]::new));
    }

    @Test
    void theDocumentationHoldsTheSameTable() {
        var documented = DocumentedCommands.of(ApplicationState.class, "An application", "Command");
        assertThat(documented.commands()).isEqualTo(new TreeSet<>(COMMANDS.keySet()));
        COMMANDS.forEach((command, verb) -> assertThat(documented.leads(command))
                .as(command)
                .isEqualTo(verb.possibleIn().stream().collect(Collectors.toMap(state -> state, verb::after))));
    }

    private static void name(MembershipApplication application, Proposals.Matter matter) {
        var named = new NamedDecider(PARTICIPANT, "no other officer is left", "user:morgan");
        application.nameDecider(matter, named, ALL_WELL, officer("morgan", "programme-manager"), NOW);
    }

    private static Set<ApplicationState> union(Set<ApplicationState> some, Set<ApplicationState> more) {
        var all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
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
        application.noteMembershipEnded(false, WAITING, PLATFORM, NOW);
        assertThat(application.change().isPresent()).isEqualTo(state == APPROVED);
        assertThat(application.snapshot().open()).isEqualTo(state != APPROVED && !state.endedWithoutMembership());
    }

    @ParameterizedTest
    @MethodSource("states")
    void anOpenVariationEndsWithItsMembershipAndNothingElseDoes(ApplicationState state) {
        var variation = aVariationIn(state);
        variation.endWithMembership(PLATFORM, NOW);
        var open = state != APPROVED && !state.endedWithoutMembership();
        assertThat(variation.state()).isEqualTo(open ? LAPSED : state);
        assertThat(variation.change().isPresent()).isEqualTo(open);
        assertThat(variation.snapshot().open()).isFalse();

        var application = anApplicationIn(state);
        application.endWithMembership(PLATFORM, NOW);
        assertThat(application.change()).isEmpty();
    }

    static Stream<ApplicationState> states() {
        return Arrays.stream(ApplicationState.values());
    }
}
