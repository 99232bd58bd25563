package org.trustedtrader.platform.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class DocumentVersionTest {

    private static final Actor MANAGER = officer("user:m", "programme-manager");
    private static final Actor APPROVER = officer("user:a", "approver");
    private static final Instant MONDAY = Instant.parse("2026-11-30T15:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-12-01T15:00:00Z");
    private static final Duration LEAD = Duration.ofMinutes(5);
    private static final DocumentKind KIND = new DocumentKind("policy", LEAD);
    private static final DocumentKind AT_ONCE = new DocumentKind("policy", Duration.ZERO);
    private static final PublicationDraft DRAFT = new PublicationDraft("next", TUESDAY, "{}");

    @Test
    void isPublishedBySomebodyElse() {
        var version = in(PublicationState.PROPOSED);
        version.publish(KIND, APPROVER, MONDAY);
        assertThat(version.state()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(version.publication()).isEqualTo(new DocumentVersion.Publication("user:a", MONDAY));
        assertThat(version.change().orElseThrow().name()).isEqualTo("published");
    }

    @Test
    void isNotPublishedByWhoeverProposedIt() {
        var both = new Actor("user:m", Set.of("programme-manager", "approver"), Optional.empty());
        assertThatThrownBy(() -> in(PublicationState.PROPOSED).publish(KIND, both, MONDAY))
                .isInstanceOfSatisfying(
                        Refusal.RuleBroken.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("decided-by-someone-else"))
                .hasMessageContaining("You proposed this version");
    }

    @Test
    void isPublishedInTimeOrNotAtAll() {
        in(PublicationState.PROPOSED).publish(KIND, APPROVER, TUESDAY.minus(LEAD));
        for (var late : new Instant[] {TUESDAY.minus(LEAD).plusMillis(1), TUESDAY, TUESDAY.plusSeconds(1)}) {
            assertThatThrownBy(() -> in(PublicationState.PROPOSED).publish(KIND, APPROVER, late))
                    .isInstanceOfSatisfying(
                            Refusal.RuleBroken.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo("policy-too-late"))
                    .hasMessageContaining("later effectiveFrom");
        }
    }

    @Test
    void neverRulesThePastWhateverTheLead() {
        in(PublicationState.PROPOSED).publish(AT_ONCE, APPROVER, TUESDAY);
        assertThatThrownBy(() -> in(PublicationState.PROPOSED).publish(AT_ONCE, APPROVER, TUESDAY.plusMillis(1)))
                .isInstanceOf(Refusal.RuleBroken.class);
    }

    static Stream<Arguments> whatIsDecidedStaysDecided() {
        Consumer<DocumentVersion> publish = v -> v.publish(KIND, APPROVER, MONDAY);
        Consumer<DocumentVersion> withdraw = v -> v.withdraw("WRONG", MANAGER, MONDAY);
        return Stream.of(PublicationState.PUBLISHED, PublicationState.WITHDRAWN, PublicationState.NOT_UNDERSTOOD)
                .flatMap(state -> Stream.of(Arguments.of(state, publish), Arguments.of(state, withdraw)));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsDecidedStaysDecided(PublicationState state, Consumer<DocumentVersion> command) {
        assertThatThrownBy(() -> command.accept(in(state)))
                .isInstanceOf(Refusal.WrongState.class)
                .hasMessageContaining(state.name())
                .hasMessageContaining("PROPOSED");
    }

    @ParameterizedTest
    @EnumSource
    void isHiddenFromCompanies(PublicationState state) {
        assertThat(in(state).visibleTo(officer("user:o", "account-owner"))).isFalse();
        assertThat(in(state).visibleTo(APPROVER)).isTrue();
    }

    private static DocumentVersion in(PublicationState state) {
        var published = state == PublicationState.PUBLISHED;
        return DocumentVersion.restore(
                new Aggregate.Stored("next", 1, Map.of()),
                new DocumentVersion.Snapshot(
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
