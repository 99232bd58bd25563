package org.trustedtrader.enrolment.membership;

import static java.util.EnumSet.of;
import static java.util.EnumSet.range;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.platform.refusal.Refusal;

/** Each command in each of the nine states. */
class EveryStateEveryCommandTest {

    private record Verb(Set<MembershipState> possibleIn, MembershipState next, Consumer<Membership> run) {}

    private static final Map<String, Verb> COMMANDS = Map.ofEntries(
            Map.entry(
                    "agreeActionPlan",
                    new Verb(
                            of(ACTIVE),
                            ACTIVE_WITH_ACTION_PLAN,
                            m -> m.agreeActionPlan(decision(ReasonCode.ACTION_PLAN_AGREED), OFFICER, NOW))),
            Map.entry(
                    "completeActionPlan",
                    new Verb(
                            of(ACTIVE_WITH_ACTION_PLAN),
                            ACTIVE,
                            m -> m.completeActionPlan(decision(ReasonCode.ACTION_PLAN_COMPLETED), OFFICER, NOW))),
            Map.entry(
                    "suspend",
                    new Verb(
                            range(ACTIVE, REVALIDATION_IN_PROGRESS),
                            SUSPENDED,
                            m -> m.suspend(decision(ReasonCode.SECURITY_INCIDENT), OFFICER, NOW))),
            Map.entry(
                    "reinstate",
                    new Verb(
                            of(SUSPENDED),
                            ACTIVE,
                            m -> m.reinstate(decision(ReasonCode.CAUSE_REMEDIED), OFFICER, NOW))),
            Map.entry(
                    "cancel",
                    new Verb(
                            of(SUSPENDED),
                            CANCELLED,
                            m -> m.cancel(decision(ReasonCode.FALSE_STATEMENT), APPEAL_UNTIL, OFFICER, NOW))),
            Map.entry("appeal", new Verb(of(CANCELLED), APPEAL_PENDING, m -> m.appeal("we object", OWNER, NOW))),
            Map.entry(
                    "allowAppeal",
                    new Verb(
                            of(APPEAL_PENDING),
                            ACTIVE,
                            m -> m.allowAppeal(decision(ReasonCode.APPEAL_ALLOWED), OTHER_OFFICER, NOW))),
            Map.entry(
                    "dismissAppeal",
                    new Verb(
                            of(APPEAL_PENDING),
                            CANCELLED_FINAL,
                            m -> m.dismissAppeal(decision(ReasonCode.APPEAL_DISMISSED), OTHER_OFFICER, NOW))),
            Map.entry(
                    "startRevalidation",
                    new Verb(
                            of(REVALIDATION_DUE),
                            REVALIDATION_IN_PROGRESS,
                            m -> m.startRevalidation(decision(ReasonCode.REVALIDATION_STARTED), OFFICER, NOW))),
            Map.entry(
                    "completeRevalidation",
                    new Verb(
                            of(REVALIDATION_IN_PROGRESS),
                            ACTIVE,
                            m -> m.completeRevalidation(decision(ReasonCode.REVALIDATED), RULES, OFFICER, NOW))),
            Map.entry(
                    "withdraw",
                    new Verb(range(ACTIVE, SUSPENDED), WITHDRAWN, m -> m.withdraw("other plans", OWNER, NOW))));

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
        assertThat(membership.state()).isEqualTo(verb.next());
        assertThat(change.from()).isEqualTo(state.name());
        assertThat(change.to()).isEqualTo(verb.next().name());
        assertThat(change.reason()).isNotBlank();
        assertThat(change.legalBasis()).isNotBlank();
        assertThat(membership.snapshot().effectiveAt()).isEqualTo(NOW);
    }

    @Test
    void theTableCoversEveryVerbThatAnswersWithAWrongState() {
        var verbs = Arrays.stream(Membership.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getReturnType() == void.class)
                .map(Method::getName)
                .filter(name -> !Set.of("fallDue", "closeAppealPeriod").contains(name));
        assertThat(COMMANDS.keySet()).containsExactlyInAnyOrderElementsOf(verbs.toList());
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnActiveMembershipFallsDueForRevalidation(MembershipState state) {
        var membership = aMembershipIn(state);
        membership.fallDue(PLATFORM, YEARS_LATER);
        assertThat(membership.change().isPresent()).isEqualTo(state == ACTIVE);
        assertThat(membership.state()).isEqualTo(state == ACTIVE ? REVALIDATION_DUE : state);
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
    void benefitsAreOnInActiveStatesOnly(MembershipState state) {
        assertThat(state.benefits())
                .isEqualTo(Set.of(ACTIVE, ACTIVE_WITH_ACTION_PLAN, REVALIDATION_DUE, REVALIDATION_IN_PROGRESS)
                        .contains(state));
    }
}
