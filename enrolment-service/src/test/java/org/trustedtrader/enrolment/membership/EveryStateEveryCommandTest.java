package org.trustedtrader.enrolment.membership;

import static java.util.EnumSet.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.enrolment.membership.Fixtures.*;
import static org.trustedtrader.enrolment.membership.MembershipState.*;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.refusal.Refusal;

/** Each command in each of the six states. */
class EveryStateEveryCommandTest {

    private static final Set<String> BY_DATES_AND_CASES = Set.of(
            "openRevalidationWhenDue",
            "closeAppealPeriod",
            "suspendByCase",
            "cancelByCase",
            "agreeActionPlanByCase",
            "revalidateForChange",
            "addLines",
            "pauseByCase",
            "endPauseByCase");

    /** These leave the state as it is, and from when it counts. */
    private static final Set<String> WITHIN_A_SUSPENSION = Set.of("confirmSuspension", "object", "extendSuspension");

    /** @param next null if the state stays */
    private record Verb(
            Set<MembershipState> possibleIn, @Nullable MembershipState next, Consumer<Membership> run) {}

    private static final Map<String, Verb> COMMANDS = Map.ofEntries(
            Map.entry(
                    "agreeActionPlan",
                    new Verb(
                            of(ACTIVE),
                            ACTIVE,
                            m -> m.agreeActionPlan(decision(ReasonCode.ACTION_PLAN_AGREED), OFFICER, NOW))),
            Map.entry(
                    "suspend",
                    new Verb(
                            of(ACTIVE),
                            SUSPENDED,
                            m -> m.suspend(
                                    decision(ReasonCode.SECURITY_INCIDENT), RULES, Jurisdiction.CANADA, OFFICER, NOW))),
            Map.entry(
                    "confirmSuspension",
                    new Verb(of(SUSPENDED), SUSPENDED, m -> m.confirmSuspension("well founded", OTHER_OFFICER, NOW))),
            Map.entry(
                    "object",
                    new Verb(of(SUSPENDED), SUSPENDED, m -> m.object("we did not do that", RULES, OWNER, NOW))),
            Map.entry(
                    "extendSuspension",
                    new Verb(
                            of(SUSPENDED),
                            SUSPENDED,
                            m -> m.extendSuspension("the inquiry goes on", RULES, OTHER_OFFICER, NOW))),
            Map.entry(
                    "startRevalidation",
                    new Verb(
                            of(ACTIVE),
                            ACTIVE,
                            m -> m.startRevalidation(decision(ReasonCode.REVALIDATION_STARTED), OFFICER, NOW))),
            Map.entry(
                    "giveUpLine",
                    new Verb(
                            of(ACTIVE, SUSPENDED),
                            null,
                            m -> m.giveUpLine(LineOfBusiness.IMPORTER, "we only carry", OWNER, NOW))),
            Map.entry("appeal", new Verb(of(CANCELLED), APPEAL_PENDING, m -> m.appeal("we object", OWNER, NOW))),
            Map.entry(
                    "withdraw",
                    new Verb(of(ACTIVE, SUSPENDED), WITHDRAWN, m -> m.withdraw("other plans", OWNER, NOW))));

    /** Possible only where something else came before: a proposal, a revalidation, an objection, a plan. */
    private static final Map<String, Verb> PREPARED = Map.ofEntries(
            Map.entry(
                    "reinstate",
                    new Verb(
                            of(SUSPENDED),
                            ACTIVE,
                            m -> m.reinstate(decision(ReasonCode.CAUSE_REMEDIED), OTHER_OFFICER, NOW))),
            Map.entry(
                    "answerObjection",
                    new Verb(
                            of(SUSPENDED),
                            ACTIVE,
                            m -> m.answerObjection(true, decision(ReasonCode.OBJECTION_UPHELD), OTHER_OFFICER, NOW))),
            Map.entry(
                    "allowAppeal",
                    new Verb(
                            of(APPEAL_PENDING),
                            ACTIVE,
                            m -> m.allowAppeal(decision(ReasonCode.APPEAL_ALLOWED), APPEAL_UNTIL, OTHER_OFFICER, NOW))),
            Map.entry(
                    "dismissAppeal",
                    new Verb(
                            of(APPEAL_PENDING),
                            CANCELLED_FINAL,
                            m -> m.dismissAppeal(decision(ReasonCode.APPEAL_DISMISSED), OTHER_OFFICER, NOW))),
            Map.entry(
                    "completeRevalidation",
                    new Verb(
                            of(ACTIVE),
                            ACTIVE,
                            m -> m.completeRevalidation(
                                    decision(ReasonCode.REVALIDATED),
                                    RULES,
                                    reportsOf("COMPLETED", "SATISFACTORY"),
                                    OTHER_OFFICER,
                                    NOW))),
            Map.entry(
                    "completeActionPlan",
                    new Verb(
                            of(ACTIVE, SUSPENDED),
                            ACTIVE,
                            m -> m.completeActionPlan(decision(ReasonCode.ACTION_PLAN_COMPLETED), 0, OFFICER, NOW))),
            Map.entry(
                    "propose",
                    new Verb(
                            of(SUSPENDED),
                            SUSPENDED,
                            m -> m.propose(
                                    MembershipProposal.Kind.REINSTATEMENT,
                                    decision(ReasonCode.CAUSE_REMEDIED),
                                    OFFICER,
                                    NOW))));

    static Stream<Arguments> everyStateWithEveryCommand() {
        return COMMANDS.keySet().stream()
                .sorted()
                .flatMap(command -> Arrays.stream(MembershipState.values()).map(s -> Arguments.of(command, s)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("everyStateWithEveryCommand")
    void isDoneWhereAllowedAndRefusedElsewhere(String command, MembershipState state) {
        var verb = COMMANDS.get(command);
        var membership = aMembershipIn(state);
        if (!verb.possibleIn().contains(state)) {
            assertThatThrownBy(() -> verb.run().accept(membership))
                    .isInstanceOf(Refusal.WrongState.class)
                    .hasMessageContaining("while in state " + state.name());
            assertThat(membership.change()).isEmpty();
            return;
        }
        verb.run().accept(membership);
        var change = membership.change().orElseThrow();
        var next = verb.next() == null ? state : verb.next();
        assertThat(membership.state()).isEqualTo(next);
        assertThat(change.from()).isEqualTo(state.name());
        assertThat(change.to()).isEqualTo(next.name());
        assertThat(change.reason()).isNotBlank();
        assertThat(change.legalBasis()).isNotBlank();
        if (!WITHIN_A_SUSPENSION.contains(command)) {
            assertThat(membership.snapshot().effectiveAt()).isEqualTo(NOW);
        }
    }

    static Stream<Arguments> everyStateWithEveryPreparedCommand() {
        return PREPARED.keySet().stream()
                .sorted()
                .flatMap(command -> Arrays.stream(MembershipState.values()).map(s -> Arguments.of(command, s)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("everyStateWithEveryPreparedCommand")
    void isRefusedInOtherStatesWhateverCameBefore(String command, MembershipState state) {
        var verb = PREPARED.get(command);
        var membership = aMembershipIn(state);
        if (!verb.possibleIn().contains(state)) {
            assertThatThrownBy(() -> verb.run().accept(membership))
                    .isInstanceOf(Refusal.WrongState.class)
                    .hasMessageContaining("while in state " + state.name());
            assertThat(membership.change()).isEmpty();
        } else if (!command.equals("propose")) {
            assertThatThrownBy(() -> verb.run().accept(membership)).isInstanceOf(Refusal.RuleBroken.class);
            assertThat(membership.change()).isEmpty();
        }
    }

    @Test
    void theTableCoversEveryVerbThatAnswersWithAWrongState() {
        var verbs = Arrays.stream(Membership.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getReturnType() == void.class)
                .map(Method::getName)
                .filter(name -> !BY_DATES_AND_CASES.contains(name));
        var covered = Stream.concat(
                        Stream.concat(COMMANDS.keySet().stream(), PREPARED.keySet().stream()),
                        Stream.of("dropProposal", "nameDecider", "nameAnswerer"))
                .toList();
        assertThat(covered).containsExactlyInAnyOrderElementsOf(verbs.toList());
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
    void onlyACancelledMembershipBecomesFinalWithTime(MembershipState state) {
        var membership = aMembershipIn(state);
        membership.closeAppealPeriod(PLATFORM, YEARS_LATER);
        assertThat(membership.state()).isEqualTo(state == CANCELLED ? CANCELLED_FINAL : state);
    }

    @ParameterizedTest
    @EnumSource
    void benefitsAreOnWhileActiveOnly(MembershipState state) {
        assertThat(state.benefits()).isEqualTo(state == ACTIVE);
    }
}
