package org.trustedtrader.benefits.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.IMPORTER;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;

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

    private static final Actor OWNER = owner(CARRIER);
    private static final Pair PAIR = new Pair(CARRIER, IMPORTER);

    @ParameterizedTest
    @CsvSource({
        "GIVEN, give, ",
        "GIVEN, withdraw, WITHDRAWN",
        "WITHDRAWN, give, GIVEN",
        "WITHDRAWN, withdraw, ",
        "NOT_UNDERSTOOD, give, ",
        "NOT_UNDERSTOOD, withdraw, "
    })
    void inEachStateEachCommandLeadsOnOrIsRefused(ConsentState state, String command, ConsentState next) {
        var consent = new Consent(new Aggregate.Stored(PAIR.id(), 4, Map.of()), PAIR, state, MONDAY, "");
        if (next == null) {
            assertThatThrownBy(() -> give(command, consent))
                    .isInstanceOf(Refusal.WrongState.class)
                    .hasMessageContaining(state.name())
                    .hasMessageContaining(command.equals("give") ? "WITHDRAWN" : "GIVEN");
            assertThat(consent.change()).isEmpty();
            return;
        }
        give(command, consent);
        assertThat(consent.state()).isEqualTo(next);
        assertThat(consent.version()).isEqualTo(5);
        assertThat(consent.effectiveAt()).isEqualTo(TUESDAY);
        assertThat(consent.change().orElseThrow().from()).isEqualTo(state.name());
        assertThat(consent.change().orElseThrow().to()).isEqualTo(next.name());
    }

    private static void give(String command, Consent consent) {
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
        assertThat(consent.fact()).isEqualTo(new ConsentFact(PAIR, 1, true, MONDAY));
    }

    @Test
    void aReasonIsKeptUntilItIsGivenAgain() {
        var stored = new Aggregate.Stored(PAIR.id(), 1, Map.of());
        var consent = new Consent(stored, PAIR, ConsentState.GIVEN, MONDAY, "");
        consent.withdraw("CONTRACT_ENDED", OWNER, TUESDAY);
        assertThat(consent.reasonCode()).isEqualTo("CONTRACT_ENDED");
        assertThat(consent.change().orElseThrow().reason()).isEqualTo("CONTRACT_ENDED");
        var again = new Consent(stored, PAIR, ConsentState.WITHDRAWN, MONDAY, "CONTRACT_ENDED");
        again.giveAgain(OWNER, TUESDAY);
        assertThat(again.reasonCode()).isEmpty();
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
        assertThatThrownBy(() -> new Pair(CARRIER, number))
                .isInstanceOfSatisfying(
                        Refusal.InvalidInput.class,
                        e -> assertThat(e.violations().getFirst().field()).isEqualTo("partner"));
    }

    private static Actor owner(String company) {
        return new Actor("user:o", Set.of("account-owner"), Optional.of(company));
    }

    private static Actor officer(String role) {
        return new Actor("user:x", Set.of(role), Optional.empty());
    }
}
