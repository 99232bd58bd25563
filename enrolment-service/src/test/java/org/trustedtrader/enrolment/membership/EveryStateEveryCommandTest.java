package org.trustedtrader.enrolment.membership;

import static java.util.EnumSet.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.enrolment.membership.Fixtures.*;
import static org.trustedtrader.enrolment.membership.MembershipState.*;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.DocumentedStates;

/** Each command, and what happens without one, in each of the six states. The state table of the documentation says the same. */
class EveryStateEveryCommandTest {

    /** Verbs of the platform that leave the state as it is; each has a test of its own below or elsewhere. */
    private static final Set<String> BESIDE_THE_STATE = Set.of(
            "openRevalidationWhenDue",
            "agreeActionPlanByCase",
            "revalidateForChange",
            "addLines",
            "pauseByCase",
            "endPauseByCase");

    /** These leave the state as it is, and from when and on what basis it counts. */
    private static final Set<String> BESIDE_THE_DECISION = Set.of(
            "confirmSuspension",
            "object",
            "extendSuspension",
            "propose",
            "dropProposal",
            "nameDecider",
            "nameAnswerer");

    private static final String NO_PROPOSAL = "no-proposal";

    private static final Actor MANAGER = new Actor("user:mia", Set.of("programme-manager"), Optional.empty());

    private static final Membership.CaseOutcome CASE =
            new Membership.CaseOutcome("c1", 5, ReasonCode.OBLIGATION_OVERDUE, List.of());

    /**
     * @param verb   the method
     * @param of     what else has to be so; empty if nothing has
     * @param path   its name in the documentation and over HTTP
     * @param next   null if the state stays
     * @param given  a membership in which all that the verb needs has happened
     * @param needs  the rule that refuses the verb where the state fits and nothing has happened before; null if nothing has to
     */
    private record Verb(
            String verb,
            String of,
            String path,
            Set<MembershipState> possibleIn,
            @Nullable MembershipState next,
            Function<MembershipState, Membership> given,
            Consumer<Membership> run,
            @Nullable String needs) {

        @Override
        public String toString() {
            return verb + of;
        }

        MembershipState after(MembershipState state) {
            return next == null ? state : next;
        }
    }

    private static Verb verb(
            String verb,
            String path,
            Set<MembershipState> possibleIn,
            @Nullable MembershipState next,
            Consumer<Membership> run) {
        return new Verb(verb, "", path, possibleIn, next, Fixtures::aMembershipIn, run, null);
    }

    private static final List<Verb> COMMANDS = List.of(
            verb(
                    "agreeActionPlan",
                    "action-plan",
                    of(ACTIVE),
                    null,
                    m -> m.agreeActionPlan(decision(ReasonCode.ACTION_PLAN_AGREED), OFFICER, NOW)),
            new Verb(
                    "completeActionPlan",
                    "",
                    "action-plan-completion",
                    of(ACTIVE, SUSPENDED),
                    null,
                    EveryStateEveryCommandTest::withActionPlan,
                    m -> m.completeActionPlan(decision(ReasonCode.ACTION_PLAN_COMPLETED), 0, OFFICER, NOW),
                    "no-action-plan"),
            verb(
                    "suspend",
                    "suspension",
                    of(ACTIVE),
                    SUSPENDED,
                    m -> m.suspend(decision(ReasonCode.SECURITY_INCIDENT), RULES, Jurisdiction.CANADA, OFFICER, NOW)),
            verb(
                    "confirmSuspension",
                    "suspension-confirmation",
                    of(SUSPENDED),
                    null,
                    m -> m.confirmSuspension("well founded", OTHER_OFFICER, NOW)),
            verb("object", "objection", of(SUSPENDED), null, m -> m.object("we did not do that", RULES, OWNER, NOW)),
            new Verb(
                    "answerObjection",
                    " upheld",
                    "objection-answer",
                    of(SUSPENDED),
                    ACTIVE,
                    EveryStateEveryCommandTest::objected,
                    m -> m.answerObjection(true, decision(ReasonCode.OBJECTION_UPHELD), OTHER_OFFICER, NOW),
                    "nothing-to-answer"),
            new Verb(
                    "answerObjection",
                    " dismissed",
                    "objection-answer",
                    of(SUSPENDED),
                    null,
                    EveryStateEveryCommandTest::objected,
                    m -> m.answerObjection(false, decision(ReasonCode.SECURITY_INCIDENT), OTHER_OFFICER, NOW),
                    "nothing-to-answer"),
            new Verb(
                    "nameAnswerer",
                    "",
                    "decider",
                    of(SUSPENDED),
                    null,
                    EveryStateEveryCommandTest::confirmedAndObjected,
                    m -> m.nameAnswerer(OTHER_OFFICER.id(), "no other officer is left", MANAGER, NOW),
                    "nothing-to-answer"),
            verb(
                    "extendSuspension",
                    "suspension-extension",
                    of(SUSPENDED),
                    null,
                    m -> m.extendSuspension("the inquiry goes on", RULES, OTHER_OFFICER, NOW)),
            verb(
                    "startRevalidation",
                    "revalidation",
                    of(ACTIVE),
                    null,
                    m -> m.startRevalidation(decision(ReasonCode.REVALIDATION_STARTED), OFFICER, NOW)),
            new Verb(
                    "completeRevalidation",
                    "",
                    "revalidation-completion",
                    of(ACTIVE),
                    null,
                    state -> Fixtures.proposed(
                            state, MembershipProposal.Kind.REVALIDATION_COMPLETION, ReasonCode.REVALIDATED),
                    m -> m.completeRevalidation(
                            decision(ReasonCode.REVALIDATED),
                            RULES,
                            reportsOf("COMPLETED", "SATISFACTORY"),
                            OTHER_OFFICER,
                            NOW),
                    "no-revalidation"),
            verb(
                    "giveUpLine",
                    "line-removal",
                    of(ACTIVE, SUSPENDED),
                    null,
                    m -> m.giveUpLine(LineOfBusiness.IMPORTER, "we only carry", OWNER, NOW)),
            verb("appeal", "appeal", of(CANCELLED), APPEAL_PENDING, m -> m.appeal("we object", OWNER, NOW)),
            verb(
                    "withdraw",
                    "withdrawal",
                    of(ACTIVE, SUSPENDED),
                    WITHDRAWN,
                    m -> m.withdraw("other plans", OWNER, NOW)),
            new Verb(
                    "propose",
                    " the reinstatement",
                    "proposal",
                    of(SUSPENDED),
                    null,
                    Fixtures::aMembershipIn,
                    m -> m.propose(
                            MembershipProposal.Kind.REINSTATEMENT, decision(ReasonCode.CAUSE_REMEDIED), OFFICER, NOW),
                    null),
            new Verb(
                    "propose",
                    " to complete the revalidation",
                    "proposal",
                    of(ACTIVE),
                    null,
                    state -> state == ACTIVE ? aMembershipInRevalidation() : aMembershipIn(state),
                    m -> m.propose(
                            MembershipProposal.Kind.REVALIDATION_COMPLETION,
                            decision(ReasonCode.REVALIDATED),
                            OFFICER,
                            NOW),
                    "no-revalidation"),
            new Verb(
                    "propose",
                    " the decision on the appeal",
                    "proposal",
                    of(APPEAL_PENDING),
                    null,
                    Fixtures::aMembershipIn,
                    m -> m.propose(
                            MembershipProposal.Kind.APPEAL_DECISION, decision(ReasonCode.APPEAL_ALLOWED), OFFICER, NOW),
                    null),
            new Verb(
                    "dropProposal",
                    "",
                    "proposal-withdrawal",
                    of(ACTIVE, SUSPENDED, APPEAL_PENDING),
                    null,
                    EveryStateEveryCommandTest::somethingProposed,
                    m -> m.dropProposal("too early", OTHER_OFFICER, NOW),
                    NO_PROPOSAL),
            new Verb(
                    "nameDecider",
                    "",
                    "decider",
                    of(ACTIVE, SUSPENDED, APPEAL_PENDING),
                    null,
                    EveryStateEveryCommandTest::somethingProposed,
                    m -> m.nameDecider(
                            new NamedDecider(
                                    (m.state() == ACTIVE ? ASSESSOR : OFFICER).id(),
                                    "no other officer is left",
                                    MANAGER.id()),
                            reportsOf("COMPLETED", "SATISFACTORY"),
                            MANAGER,
                            NOW),
                    NO_PROPOSAL),
            new Verb(
                    "reinstate",
                    "",
                    "reinstatement",
                    of(SUSPENDED),
                    ACTIVE,
                    state -> Fixtures.proposed(state, MembershipProposal.Kind.REINSTATEMENT, ReasonCode.CAUSE_REMEDIED),
                    m -> m.reinstate(decision(ReasonCode.CAUSE_REMEDIED), OTHER_OFFICER, NOW),
                    "proposal-needed"),
            new Verb(
                    "allowAppeal",
                    "",
                    "appeal-decision",
                    of(APPEAL_PENDING),
                    ACTIVE,
                    state -> allowanceProposed(state),
                    EveryStateEveryCommandTest::allow,
                    "proposal-needed"),
            new Verb(
                    "allowAppeal",
                    " of a suspended member",
                    "appeal-decision",
                    of(APPEAL_PENDING),
                    SUSPENDED,
                    state -> allowanceProposed(
                            state, m -> m.suspendByCase(CASE, RULES, Jurisdiction.CANADA, OFFICER, NOW)),
                    EveryStateEveryCommandTest::allow,
                    "proposal-needed"),
            new Verb(
                    "allowAppeal",
                    " of a member that another case cancelled",
                    "appeal-decision",
                    of(APPEAL_PENDING),
                    CANCELLED,
                    state -> allowanceProposed(state, m -> m.cancelByCase(CASE, APPEAL_UNTIL, OFFICER, NOW)),
                    EveryStateEveryCommandTest::allow,
                    "proposal-needed"),
            new Verb(
                    "dismissAppeal",
                    "",
                    "appeal-decision",
                    of(APPEAL_PENDING),
                    CANCELLED_FINAL,
                    state -> Fixtures.proposed(
                            state, MembershipProposal.Kind.APPEAL_DECISION, ReasonCode.APPEAL_DISMISSED),
                    m -> m.dismissAppeal(decision(ReasonCode.APPEAL_DISMISSED), OTHER_OFFICER, NOW),
                    "proposal-needed"));
    /**
     * What happens without a command.
     *
     * @param words of the documentation
     * @param leads a state that is not named stays
     */
    private record Happening(
            String verb, String words, Map<MembershipState, MembershipState> leads, Consumer<Membership> run) {

        @Override
        public String toString() {
            return verb;
        }
    }

    private static final List<Happening> HAPPENINGS = List.of(
            new Happening(
                    "suspendByCase",
                    "a compliance case",
                    Map.of(ACTIVE, SUSPENDED),
                    m -> m.suspendByCase(CASE, RULES, Jurisdiction.CANADA, OFFICER, NOW)),
            new Happening(
                    "cancelByCase",
                    "a compliance case",
                    Map.of(ACTIVE, CANCELLED, SUSPENDED, CANCELLED),
                    m -> m.cancelByCase(CASE, APPEAL_UNTIL, OFFICER, NOW)),
            new Happening(
                    "closeAppealPeriod",
                    "without one in 30 days",
                    Map.of(CANCELLED, CANCELLED_FINAL),
                    m -> m.closeAppealPeriod(PLATFORM, YEARS_LATER)));

    static Stream<Arguments> everyStateWithEveryCommand() {
        return inEveryState(COMMANDS);
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("everyStateWithEveryCommand")
    void isDoneWhereAllowedAndRefusedElsewhere(Verb verb, MembershipState state) {
        var membership = verb.given().apply(state);
        assertThat(membership.state()).isEqualTo(state);
        if (!verb.possibleIn().contains(state)) {
            if (NO_PROPOSAL.equals(verb.needs())) {
                assertRefused(NO_PROPOSAL, verb, membership);
            } else {
                assertThatThrownBy(() -> verb.run().accept(membership))
                        .isInstanceOf(Refusal.WrongState.class)
                        .hasMessageContaining("while in state " + state.name());
            }
            assertThat(membership.change()).isEmpty();
            return;
        }
        verb.run().accept(membership);
        var change = membership.change().orElseThrow();
        assertThat(membership.state()).isEqualTo(verb.after(state));
        assertThat(change.from()).isEqualTo(state.name());
        assertThat(change.to()).isEqualTo(membership.state().name());
        assertThat(change.reason()).isNotBlank();
        if (!BESIDE_THE_DECISION.contains(verb.verb())) {
            assertThat(change.legalBasis()).isNotBlank();
            assertThat(membership.snapshot().effectiveAt()).isEqualTo(NOW);
        }
    }

    @Test
    void whatNeedsSomethingBeforeIsRefusedWithoutIt() {
        for (var verb : COMMANDS) {
            if (verb.needs() != null) {
                verb.possibleIn().forEach(state -> assertRefused(verb.needs(), verb, aMembershipIn(state)));
            }
        }
    }

    private static void assertRefused(String rule, Verb verb, Membership membership) {
        assertThatThrownBy(() -> verb.run().accept(membership))
                .as(verb + " while " + membership.state())
                .isInstanceOfSatisfying(
                        Refusal.RuleBroken.class, e -> assertThat(e.rule()).isEqualTo(rule));
        assertThat(membership.change()).isEmpty();
    }

    static Stream<Arguments> everyStateWithEveryHappening() {
        return inEveryState(HAPPENINGS);
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("everyStateWithEveryHappening")
    void leadsFromTheStatesThatItConcerns(Happening happening, MembershipState state) {
        var membership = aMembershipIn(state);
        happening.run().accept(membership);
        assertThat(membership.state()).isEqualTo(happening.leads().getOrDefault(state, state));
    }

    private static Stream<Arguments> inEveryState(List<?> rows) {
        return rows.stream()
                .flatMap(row -> Arrays.stream(MembershipState.values()).map(state -> Arguments.of(row, state)));
    }

    @Test
    void theTableCoversEveryVerb() {
        var verbs = Arrays.stream(Membership.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getReturnType() == void.class)
                .map(Method::getName)
                .filter(name -> !BESIDE_THE_STATE.contains(name))
                .toList();
        var covered = Stream.concat(
                        COMMANDS.stream().map(Verb::verb), HAPPENINGS.stream().map(Happening::verb))
                .collect(Collectors.toSet());
        assertThat(covered).containsExactlyInAnyOrderElementsOf(verbs);
    }

    @Test
    void theDocumentationHoldsTheSameTable() {
        var documented = DocumentedStates.of("A membership");
        assertThat(documented.states())
                .containsExactlyInAnyOrder(
                        Arrays.stream(MembershipState.values()).map(Enum::name).toArray(String[]::new));
        var leads = new TreeMap<String, Map<String, Set<String>>>();
        COMMANDS.forEach(verb ->
                verb.possibleIn().forEach(state -> note(leads, "`" + verb.path() + "`", state, verb.after(state))));
        assertThat(documented.commands().stream().map(command -> "`" + command + "`"))
                .containsExactlyInAnyOrderElementsOf(leads.keySet());
        HAPPENINGS.forEach(
                happening -> happening.leads().forEach((state, next) -> note(leads, happening.words(), state, next)));
        leads.forEach(
                (words, states) -> assertThat(documented.leads(words)).as(words).isEqualTo(states));
    }

    private static void note(
            Map<String, Map<String, Set<String>>> leads, String words, MembershipState state, MembershipState next) {
        leads.computeIfAbsent(words, key -> new TreeMap<>())
                .computeIfAbsent(state.name(), key -> new TreeSet<>())
                .add(next.name());
    }

    private static Membership after(Membership membership, Consumer<Membership> verb) {
        verb.accept(membership);
        return stored(membership);
    }

    private static Membership withActionPlan(MembershipState state) {
        if (state != ACTIVE && state != SUSPENDED) {
            return aMembershipIn(state);
        }
        var agreed = after(
                aMembershipIn(ACTIVE), m -> m.agreeActionPlan(decision(ReasonCode.ACTION_PLAN_AGREED), OFFICER, NOW));
        return state == ACTIVE
                ? agreed
                : after(
                        agreed,
                        m -> m.suspend(
                                decision(ReasonCode.SECURITY_INCIDENT), RULES, Jurisdiction.CANADA, OFFICER, NOW));
    }

    private static Membership objected(MembershipState state) {
        return state == SUSPENDED
                ? after(aMembershipIn(state), m -> m.object("we did not do that", RULES, OWNER, NOW))
                : aMembershipIn(state);
    }

    private static Membership confirmedAndObjected(MembershipState state) {
        return state == SUSPENDED
                ? after(objected(state), m -> m.confirmSuspension("well founded", OTHER_OFFICER, NOW))
                : aMembershipIn(state);
    }

    private static Membership somethingProposed(MembershipState state) {
        return switch (state) {
            case ACTIVE ->
                Fixtures.proposed(state, MembershipProposal.Kind.REVALIDATION_COMPLETION, ReasonCode.REVALIDATED);
            case SUSPENDED ->
                Fixtures.proposed(state, MembershipProposal.Kind.REINSTATEMENT, ReasonCode.CAUSE_REMEDIED);
            case APPEAL_PENDING -> allowanceProposed(state);
            default -> aMembershipIn(state);
        };
    }

    private static Membership allowanceProposed(MembershipState state) {
        return Fixtures.proposed(state, MembershipProposal.Kind.APPEAL_DECISION, ReasonCode.APPEAL_ALLOWED);
    }

    /** The same, when a compliance case ended while the appeal was pending. */
    private static Membership allowanceProposed(MembershipState state, Consumer<Membership> meanwhile) {
        return state == APPEAL_PENDING ? after(allowanceProposed(state), meanwhile) : aMembershipIn(state);
    }

    private static void allow(Membership membership) {
        membership.allowAppeal(decision(ReasonCode.APPEAL_ALLOWED), APPEAL_UNTIL, OTHER_OFFICER, NOW);
    }

    @ParameterizedTest
    @EnumSource
    void onlyALastingMembershipIsRevalidated(MembershipState state) {
        var membership = aMembershipIn(state);
        membership.openRevalidationWhenDue(RULES, PLATFORM, YEARS_LATER);
        var lasting = state == ACTIVE || state == SUSPENDED;
        assertThat(membership.change().isPresent()).isEqualTo(lasting);
        assertThat(membership.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void onlyALastingMembershipIsRevalidatedForAChange(MembershipState state) {
        var membership = aMembershipIn(state);
        membership.revalidateForChange("r1", 3, RULES, OFFICER, NOW);
        var lasting = state == ACTIVE || state == SUSPENDED;
        assertThat(membership.snapshot().revalidation() != null).isEqualTo(lasting);
        assertThat(membership.state()).isEqualTo(state);
        assertThat(membership.change()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void onlyALastingMembershipGetsMoreLines(MembershipState state) {
        var membership = aMembershipIn(state);
        membership.addLines("v1", 9, of(LineOfBusiness.CUSTOMS_BROKER), PLATFORM, NOW);
        var lasting = state == ACTIVE || state == SUSPENDED;
        assertThat(membership.snapshot().linesOfBusiness().contains(LineOfBusiness.CUSTOMS_BROKER))
                .isEqualTo(lasting);
        assertThat(membership.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void benefitsAreOnWhileActiveOnly(MembershipState state) {
        assertThat(state.benefits()).isEqualTo(state == ACTIVE);
    }
}
