package org.trustedtrader.benefits.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.refusal.Refusal;

class PolicyVersionTest {

    private static final Actor MANAGER = officer("user:m", "programme-manager");
    private static final Actor APPROVER = officer("user:a", "approver");
    private static final Duration LEAD = Duration.ofMinutes(5);
    private static final PolicyDraft DRAFT = new PolicyDraft("next", TUESDAY, "{}");

    @Test
    void isPublishedBySomebodyElse() {
        var version = in(PolicyState.PROPOSED);
        version.publish(LEAD, APPROVER, MONDAY);
        assertThat(version.state()).isEqualTo(PolicyState.PUBLISHED);
        assertThat(version.publication()).isEqualTo(new PolicyVersion.Publication("user:a", MONDAY));
        assertThat(version.change().orElseThrow().name()).isEqualTo("published");
    }

    @Test
    void isNotPublishedByWhoeverProposedIt() {
        var both = new Actor("user:m", Set.of("programme-manager", "approver"), Optional.empty());
        assertThatThrownBy(() -> in(PolicyState.PROPOSED).publish(LEAD, both, MONDAY))
                .isInstanceOf(Refusal.NotAllowed.class)
                .hasMessageContaining("another approver");
    }

    @Test
    void isPublishedInTimeOrNotAtAll() {
        in(PolicyState.PROPOSED).publish(LEAD, APPROVER, TUESDAY.minus(LEAD));
        for (var late : new Instant[] {TUESDAY.minus(LEAD).plusMillis(1), TUESDAY, TUESDAY.plusSeconds(1)}) {
            assertThatThrownBy(() -> in(PolicyState.PROPOSED).publish(LEAD, APPROVER, late))
                    .isInstanceOfSatisfying(
                            Refusal.RuleBroken.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo("policy-too-late"))
                    .hasMessageContaining("later effectiveFrom");
        }
    }

    @Test
    void neverRulesThePastWhateverTheLead() {
        in(PolicyState.PROPOSED).publish(Duration.ZERO, APPROVER, TUESDAY);
        assertThatThrownBy(() -> in(PolicyState.PROPOSED).publish(Duration.ZERO, APPROVER, TUESDAY.plusMillis(1)))
                .isInstanceOf(Refusal.RuleBroken.class);
    }

    static Stream<Arguments> whatIsDecidedStaysDecided() {
        Consumer<PolicyVersion> publish = v -> v.publish(LEAD, APPROVER, MONDAY);
        Consumer<PolicyVersion> withdraw = v -> v.withdraw("WRONG", MANAGER, MONDAY);
        return Stream.of(PolicyState.PUBLISHED, PolicyState.WITHDRAWN, PolicyState.NOT_UNDERSTOOD)
                .flatMap(state -> Stream.of(Arguments.of(state, publish), Arguments.of(state, withdraw)));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsDecidedStaysDecided(PolicyState state, Consumer<PolicyVersion> command) {
        assertThatThrownBy(() -> command.accept(in(state)))
                .isInstanceOf(Refusal.WrongState.class)
                .hasMessageContaining(state.name())
                .hasMessageContaining("PROPOSED");
    }

    @ParameterizedTest
    @EnumSource
    void isHiddenFromCompanies(PolicyState state) {
        assertThat(in(state).visibleTo(officer("user:o", "account-owner"))).isFalse();
        assertThat(in(state).visibleTo(APPROVER)).isTrue();
    }

    private static PolicyVersion in(PolicyState state) {
        var published = state == PolicyState.PUBLISHED;
        return PolicyVersion.restore(
                new Aggregate.Stored("next", 1, Map.of()),
                new PolicyVersion.Snapshot(
                        DRAFT.file(),
                        DRAFT.effectiveFrom(),
                        state,
                        "user:m",
                        "",
                        published ? "user:a" : null,
                        published ? MONDAY : null));
    }

    private static Actor officer(String id, String role) {
        return new Actor(id, Set.of(role), Optional.empty());
    }
}
