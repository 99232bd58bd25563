package org.trustedtrader.enrolment.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.refusal.Refusal;

class ConsentTest {

    private static final String CARRIER = "123456782";
    private static final String IMPORTER = "987654324";
    private static final Instant MONDAY = Instant.parse("2026-12-07T12:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Actor OWNER = owner(CARRIER);
    private static final Consent.Pair PAIR = Consent.Pair.of(CARRIER, IMPORTER);

    @ParameterizedTest
    @CsvSource({
        "GIVEN, give, ",
        "GIVEN, withdraw, WITHDRAWN",
        "WITHDRAWN, give, GIVEN",
        "WITHDRAWN, withdraw, ",
    })
    void inEachStateEachCommandLeadsOnOrIsRefused(Consent.State state, String command, Consent.State next) {
        var consent = in(state, 4);
        if (next == null) {
            assertThatThrownBy(() -> act(command, consent))
                    .isInstanceOf(Refusal.WrongState.class)
                    .hasMessageContaining(state.name())
                    .hasMessageContaining(command.equals("give") ? "WITHDRAWN" : "GIVEN");
            assertThat(consent.change()).isEmpty();
            return;
        }
        act(command, consent);
        assertThat(consent.snapshot().state()).isEqualTo(next);
        assertThat(consent.version()).isEqualTo(5);
        assertThat(consent.snapshot().effectiveAt()).isEqualTo(TUESDAY);
        assertThat(consent.change().orElseThrow().from()).isEqualTo(state.name());
        assertThat(consent.change().orElseThrow().to()).isEqualTo(next.name());
    }

    private static void act(String command, Consent consent) {
        if (command.equals("give")) {
            consent.giveAgain(OWNER, TUESDAY);
        } else {
            consent.withdraw("CONTRACT_ENDED", OWNER, TUESDAY);
        }
    }

    @Test
    void givingIsItsFirstChange() {
        var consent = Consent.give(PAIR, OWNER, MONDAY);
        assertThat(consent.id()).isEqualTo("123456782-987654324");
        assertThat(consent.change().orElseThrow().name()).isEqualTo("given");
        assertThat(consent.isInForce()).isTrue();
    }

    @Test
    void aReasonIsKeptUntilItIsGivenAgain() {
        var consent = in(Consent.State.GIVEN, 1);
        consent.withdraw("CONTRACT_ENDED", OWNER, TUESDAY);
        assertThat(consent.snapshot().reasonCode()).isEqualTo("CONTRACT_ENDED");
        assertThat(consent.change().orElseThrow().reason()).isEqualTo("CONTRACT_ENDED");
        var again = Consent.restore(new Aggregate.Stored(PAIR.id(), 2, Map.of()), consent.snapshot());
        again.giveAgain(OWNER, TUESDAY);
        assertThat(again.snapshot().reasonCode()).isEmpty();
    }

    @Test
    void thePartnerDoesNotSeeIt() {
        var consent = Consent.give(PAIR, OWNER, MONDAY);
        assertThat(consent.visibleTo(OWNER)).isTrue();
        assertThat(consent.visibleTo(officer("auditor"))).isTrue();
        assertThat(consent.visibleTo(officer("programme-manager"))).isTrue();
        assertThat(consent.visibleTo(officer("assessor"))).isFalse();
        assertThat(consent.visibleTo(owner(IMPORTER))).isFalse();
        assertThat(consent.visibleTo(owner("111222337"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "98765432", "9876543241", "987654325", "987 654 324", "98765432X", "٩87654324", "123456782"})
    void aNumberThatCannotBeThePartnersIsRefused(String number) {
        assertThatThrownBy(() -> Consent.Pair.of(CARRIER, number))
                .isInstanceOfSatisfying(
                        Refusal.InvalidInput.class,
                        e -> assertThat(e.violations().getFirst().field()).isEqualTo("partner"));
    }

    private static Consent in(Consent.State state, long version) {
        return Consent.restore(
                new Aggregate.Stored(PAIR.id(), version, Map.of()),
                new Consent.Snapshot(CARRIER, IMPORTER, state, MONDAY, ""));
    }

    private static Actor owner(String company) {
        return new Actor("user:o", Set.of("account-owner"), Optional.of(company));
    }

    private static Actor officer(String role) {
        return new Actor("user:x", Set.of(role), Optional.empty());
    }
}
