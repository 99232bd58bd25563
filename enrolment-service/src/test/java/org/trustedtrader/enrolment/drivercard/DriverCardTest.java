package org.trustedtrader.enrolment.drivercard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.refusal.Refusal;

class DriverCardTest {

    private static final String CARD = "FAST00012345";
    private static final Instant MONDAY = Instant.parse("2026-12-07T12:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Actor MANAGER = new Actor("user:m", Set.of("programme-manager"), Optional.empty());

    @ParameterizedTest
    @EnumSource
    void onlyARegisteredCardCanBeRevoked(DriverCard.State state) {
        var card = in(state);
        if (state == DriverCard.State.REGISTERED) {
            card.revoke("LOST", MANAGER, TUESDAY);
            assertThat(card.snapshot().state()).isEqualTo(DriverCard.State.REVOKED);
            assertThat(card.snapshot().effectiveAt()).isEqualTo(TUESDAY);
            assertThat(card.version()).isEqualTo(2);
            assertThat(card.change().orElseThrow().reason()).isEqualTo("LOST");
        } else {
            assertThatThrownBy(() -> card.revoke("LOST", MANAGER, TUESDAY))
                    .isInstanceOf(Refusal.WrongState.class)
                    .hasMessageContaining("REVOKED")
                    .hasMessageContaining("REGISTERED");
        }
    }

    @Test
    void registrationIsItsFirstChange() {
        var card = DriverCard.register(terms(CARD, "2026-01-01", "2030-12-31"), null, MANAGER, MONDAY);
        assertThat(card.version()).isEqualTo(1);
        assertThat(card.change().orElseThrow().name()).isEqualTo("registered");
    }

    @ParameterizedTest
    @CsvSource({
        "fast00012345, 2026-01-01, 2030-12-31, number",
        "FAST1, 2026-01-01, 2030-12-31, number",
        "FAST00012345, 2026-01-02, 2026-01-01, validUntil",
        "FAST00012345, 2026-01-01, 2036-01-02, validUntil",
        "FAST00012345, 1989-12-31, 1999-01-01, validFrom",
        "FAST00012345, -999999999-01-01, 2030-12-31, validFrom",
        "FAST00012345, +999999999-12-31, +999999999-12-31, validFrom",
        "FAST00012345, 2026-01-01, 2999-12-31, validUntil",
        "FAST00012345, 2026-01-01, -999999999-01-01, validUntil"
    })
    void termsThatMakeNoSenseAreRefused(String number, String from, String until, String field) {
        assertThatThrownBy(() -> terms(number, from, until))
                .isInstanceOfSatisfying(
                        Refusal.InvalidInput.class,
                        e -> assertThat(e.violations())
                                .extracting(Refusal.Violation::field)
                                .contains(field));
    }

    @ParameterizedTest
    @CsvSource({"2099-01-01, 2099-12-31", "2999-12-31, 2999-12-31"})
    void aCardThatBeginsTooFarAheadIsNotRegistered(String from, String until) {
        assertThatThrownBy(() -> DriverCard.register(terms(CARD, from, until), null, MANAGER, MONDAY))
                .isInstanceOfSatisfying(
                        Refusal.InvalidInput.class,
                        e -> assertThat(e.violations().getFirst().field()).isEqualTo("validFrom"));
    }

    @Test
    void companiesAndBorderSystemsDoNotSeeCards() {
        var card = in(DriverCard.State.REGISTERED);
        assertThat(card.visibleTo(MANAGER)).isTrue();
        assertThat(card.visibleTo(new Actor("client:b", Set.of("border-system"), Optional.empty())))
                .isFalse();
        assertThat(card.visibleTo(new Actor("user:o", Set.of("account-owner"), Optional.of("123456782"))))
                .isFalse();
    }

    private static DriverCard.Terms terms(String number, String from, String until) {
        return new DriverCard.Terms(number, DriverCard.Programme.FAST, LocalDate.parse(from), LocalDate.parse(until));
    }

    private static DriverCard in(DriverCard.State state) {
        return DriverCard.restore(
                new Aggregate.Stored(CARD, 1, Map.of()),
                new DriverCard.Snapshot(
                        CARD,
                        DriverCard.Programme.FAST,
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2030-12-31"),
                        state,
                        MONDAY,
                        "",
                        null));
    }
}
