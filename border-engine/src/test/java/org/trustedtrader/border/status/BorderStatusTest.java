package org.trustedtrader.border.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.border.policy.Benefit.FAST_LANE;
import static org.trustedtrader.border.test.PolicyFixtures.after;
import static org.trustedtrader.border.test.PolicyFixtures.fastLaneForCarriersOf;
import static org.trustedtrader.border.test.PolicyFixtures.policy;
import static org.trustedtrader.border.test.TraderFixtures.CARD;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER_CODE;
import static org.trustedtrader.border.test.TraderFixtures.CLOCK;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.WEDNESDAY;
import static org.trustedtrader.border.test.TraderFixtures.card;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.test.TraderFixtures.code;
import static org.trustedtrader.border.test.TraderFixtures.company;
import static org.trustedtrader.border.test.TraderFixtures.number;
import static org.trustedtrader.border.test.TraderFixtures.revision;
import static org.trustedtrader.border.test.TraderFixtures.unreadable;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.eligibility.Reasons;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

class BorderStatusTest {

    private static final Instant LATER = WEDNESDAY.plusSeconds(86_400);

    private static final String PLAIN = Revision.MEMBERSHIP + "3f2b8c10-0000-4000-8000-000000000001";

    private final Policies policies = TestPolicies.shipped();
    private final InMemoryRevisionStore store = new InMemoryRevisionStore();
    private BorderStatus memory = BorderStatus.load(policies, store, CLOCK);

    @Test
    void aQuestionAboutThePastGetsWhatWasTrueThen() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), carrierIs(SUSPENDED, 2, TUESDAY));
        given(carrierIs(ACTIVE, 3, WEDNESDAY));
        assertThat(at(MONDAY.minusMillis(1))).containsExactly(Reason.IDENTIFIER_NOT_VALID_THEN);
        assertThat(at(MONDAY)).isEmpty();
        assertThat(at(TUESDAY.minusMillis(1))).isEmpty();
        assertThat(at(TUESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
        assertThat(at(WEDNESDAY.minusMillis(1))).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void anOlderVersionThatComesLateFillsThePastAndLeavesThePresent() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), carrierIs(ACTIVE, 3, WEDNESDAY));
        given(carrierIs(SUSPENDED, 2, TUESDAY));
        assertThat(at(TUESDAY.minusMillis(1))).isEmpty();
        assertThat(at(TUESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void aChangeThatCountsFromTomorrowCountsFromTomorrow() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), carrierIs(SUSPENDED, 2, WEDNESDAY));
        assertThat(at(TUESDAY)).isEmpty();
        assertThat(memory.party(code(CARRIER_CODE), TUESDAY.toEpochMilli()).until())
                .isEqualTo(WEDNESDAY.toEpochMilli());
        assertThat(at(WEDNESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
    }

    @Test
    void aSuspensionRefusesBeforeItIsStored() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        List<Reason> whileStoring = new ArrayList<>();
        store.beforeAppend(() -> whileStoring.addAll(at(WEDNESDAY)));
        memory.apply(carrierIs(SUSPENDED, 2, TUESDAY));
        assertThat(whileStoring).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
    }

    @Test
    void aSuspensionRefusesEvenIfItCannotBeStored() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        store.fail(true);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> memory.apply(carrierIs(SUSPENDED, 2, TUESDAY)))
                    .hasMessage("the store is away");
        }
        assertThat(at(WEDNESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
        assertThat(at(MONDAY)).isEmpty();
        store.fail(false);
        memory.apply(carrierIs(SUSPENDED, 2, TUESDAY));
        assertThat(store.stored()).hasSize(3);
    }

    @Test
    void aCodeThatWasGivenUpRefusesBeforeThatIsStoredAndWhateverElseIsStoredMeanwhile() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        store.fail(true);
        assertThatThrownBy(() -> given(company(CARRIER, 2, TUESDAY, Set.of("HIGHWAY_CARRIER"), Set.of())))
                .hasMessage("the store is away");
        assertThat(at(WEDNESDAY)).containsExactly(Reason.IDENTIFIER_NOT_VALID_THEN);
        store.fail(false);
        given(carrierIs(ACTIVE, 1, MONDAY));
        assertThat(at(WEDNESDAY)).containsExactly(Reason.IDENTIFIER_NOT_VALID_THEN);
    }

    @Test
    void whatIsHeardAgainCostsTheStoreNothing() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        store.fail(true);
        given(carrierIs(ACTIVE, 1, MONDAY), carrier(1, MONDAY));
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void aVersionThatCanBeReadNowIsTakenInThoughItWasHeardBefore() {
        given(carrier(1, MONDAY), unreadable(Revision.MEMBERSHIP + "m-carrier", 1, MONDAY));
        given(carrierIs(ACTIVE, 1, MONDAY));
        assertThat(at(WEDNESDAY)).isEmpty();
        given(unreadable(Revision.COMPANY + CARRIER, 2, TUESDAY));
        assertThat(at(WEDNESDAY)).containsExactly(Reason.STATUS_NOT_UNDERSTOOD);
        given(carrier(2, TUESDAY));
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void theCodesOfACompanyWithARecordThatCannotBeReadAreUncertainAndNotInvalid() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        given(unreadable(Revision.COMPANY + CARRIER, 2, TUESDAY));
        assertThat(at(TUESDAY)).containsExactly(Reason.STATUS_NOT_UNDERSTOOD);
        given(company(CARRIER, 3, WEDNESDAY, Set.of("HIGHWAY_CARRIER"), Set.of()));
        assertThat(at(TUESDAY)).containsExactly(Reason.STATUS_NOT_UNDERSTOOD);
        assertThat(at(WEDNESDAY)).containsExactly(Reason.IDENTIFIER_NOT_VALID_THEN);
    }

    @Test
    void nothingIsGrantedBeforeItIsStored() {
        given(carrier(1, MONDAY), carrierIs(SUSPENDED, 1, MONDAY));
        List<Reason> whileStoring = new ArrayList<>();
        store.beforeAppend(() -> whileStoring.addAll(at(WEDNESDAY)));
        memory.apply(carrierIs(ACTIVE, 2, TUESDAY));
        assertThat(whileStoring).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void anIdentifierIsNotRecognisedBeforeItIsStored() {
        store.fail(true);
        assertThatThrownBy(() -> memory.apply(carrier(1, MONDAY))).isInstanceOf(IllegalStateException.class);
        assertThat(at(WEDNESDAY)).containsExactly(Reason.UNKNOWN_IDENTIFIER);
    }

    @Test
    void aSuspensionHeardWhileAnotherGainWaitsIsNotUndoneByIt() {
        given(carrier(1, MONDAY), carrierIs(SUSPENDED, 1, MONDAY));
        store.fail(true);
        assertThatThrownBy(() -> memory.apply(carrierIs(ACTIVE, 2, TUESDAY))).isNotNull();
        assertThatThrownBy(() -> memory.apply(carrierIs(SUSPENDED, 3, WEDNESDAY)))
                .isNotNull();
        store.fail(false);
        memory.apply(carrierIs(ACTIVE, 2, TUESDAY));
        assertThat(at(TUESDAY)).isEmpty();
        assertThat(at(WEDNESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
    }

    @Test
    void whatIsOnlyHeardTakesAwayAndGrantsNothing() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        memory.receive(carrierIs(SUSPENDED, 2, TUESDAY));
        assertThat(at(WEDNESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
        memory.receive(carrierIs(ACTIVE, 3, WEDNESDAY));
        assertThat(at(WEDNESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
        memory.apply(List.of(carrierIs(SUSPENDED, 2, TUESDAY), carrierIs(ACTIVE, 3, WEDNESDAY)));
        assertThat(at(TUESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void aVersionThatTakesNothingAwayIsNotNamedBeforeItIsStored() {
        given(carrier(1, MONDAY), plain(1, SUSPENDED, "HIGHWAY_CARRIER"));
        memory.receive(plain(2, ACTIVE, "HIGHWAY_CARRIER"));
        assertThat(versions()).containsEntry(PLAIN, 1L);
        given(plain(2, ACTIVE, "HIGHWAY_CARRIER"));
        assertThat(versions()).containsEntry(PLAIN, 2L);
        memory.receive(plain(3, SUSPENDED, "HIGHWAY_CARRIER"));
        assertThat(versions()).containsEntry(PLAIN, 3L);
    }

    @Test
    void aVersionBehindAGapIsNamedAtOnce() {
        given(carrier(1, MONDAY), plain(1, SUSPENDED, "HIGHWAY_CARRIER"));
        memory.receive(plain(3, ACTIVE, "HIGHWAY_CARRIER"));
        assertThat(versions()).containsEntry(PLAIN, 3L);
        assertThat(at(WEDNESDAY)).isNotEmpty();
    }

    @Test
    void whatTookNothingAwayWhenItWasHeardMayDoSoByOtherRules() {
        given(carrier(1, MONDAY), plain(1, ACTIVE, "HIGHWAY_CARRIER", "SHIPPING_AGENT"));
        memory.receive(plain(2, ACTIVE, "HIGHWAY_CARRIER"));
        assertThat(at(WEDNESDAY)).isEmpty();
        memory.policies(after(policy("agents", TUESDAY, fastLaneForCarriersOf("SHIPPING_AGENT"))));
        assertThat(at(WEDNESDAY)).containsExactly(Reason.LINE_OF_BUSINESS_NOT_COVERED);
    }

    @Test
    void whatWasHeardAndIsNotBroughtAgainIsStoredWithTheNextVersion() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        memory.receive(carrierIs(SUSPENDED, 2, TUESDAY));
        given(carrierIs(ACTIVE, 3, WEDNESDAY));
        assertThat(store.stored()).contains(carrierIs(SUSPENDED, 2, TUESDAY));
        assertThat(at(TUESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void severalThatCannotBeStoredTogetherRefuseAndAreTakenInLater() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        var all = List.of(carrier(2, TUESDAY), carrierIs(SUSPENDED, 2, TUESDAY), card(1, MONDAY, true));
        store.fail(true);
        assertThatThrownBy(() -> memory.apply(all)).hasMessage("the store is away");
        assertThat(at(WEDNESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
        assertThat(memory.card(CARD, TUESDAY.toEpochMilli()).standing()).isEqualTo(Reason.DRIVER_CARD_REVOKED);
        store.fail(false);
        memory.apply(all);
        assertThat(store.stored()).hasSize(5);
        given(carrierIs(ACTIVE, 3, WEDNESDAY));
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void anUnreadableVersionIsNotForgottenThatComesTogetherWithItsMembership() {
        given(carrier(1, MONDAY));
        var unreadable = unreadable(Revision.MEMBERSHIP + "m-carrier", 2, TUESDAY);
        memory.apply(List.of(carrierIs(ACTIVE, 1, MONDAY), unreadable));
        assertThat(at(MONDAY)).isEmpty();
        assertThat(at(TUESDAY)).contains(Reason.STATUS_NOT_UNDERSTOOD);
        memory = BorderStatus.load(policies, store, CLOCK);
        assertThat(at(TUESDAY)).contains(Reason.STATUS_NOT_UNDERSTOOD);
    }

    @Test
    void aRestartAnswersTheSame() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), carrierIs(SUSPENDED, 2, TUESDAY));
        given(card(1, MONDAY, false), unreadable(Revision.MEMBERSHIP + "m-carrier", 3, WEDNESDAY));
        memory = BorderStatus.load(policies, store, CLOCK);
        assertThat(at(MONDAY)).isEmpty();
        assertThat(at(TUESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
        assertThat(at(WEDNESDAY)).contains(Reason.STATUS_NOT_UNDERSTOOD);
        assertThat(memory.card(CARD, TUESDAY.toEpochMilli()).standing()).isEqualTo(Reason.DRIVER_CARD_VALID);
    }

    @Test
    void nobodyIsFoundByAnIdentifierThatTwoTradersHold() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        given(company("111222337", 1, TUESDAY, Set.of("HIGHWAY_CARRIER"), Set.of(), code(CARRIER_CODE)));
        assertThat(at(MONDAY)).isEmpty();
        assertThat(at(TUESDAY)).containsExactly(Reason.IDENTIFIER_AMBIGUOUS);
    }

    @Test
    void aCarrierCodeThatMovedBelongsToWhoeverHeldItThen() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        given(company(CARRIER, 2, TUESDAY, Set.of("HIGHWAY_CARRIER"), Set.of()));
        given(company("111222337", 1, WEDNESDAY, Set.of("HIGHWAY_CARRIER"), Set.of(), code(CARRIER_CODE)));
        assertThat(at(MONDAY)).isEmpty();
        assertThat(at(TUESDAY)).containsExactly(Reason.IDENTIFIER_NOT_VALID_THEN);
        assertThat(at(WEDNESDAY)).containsExactly(Reason.NOT_A_MEMBER);
    }

    @Test
    void anAnswerEndsWhenAnotherTraderComesToHoldTheIdentifier() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        given(company("111222337", 1, WEDNESDAY, Set.of("HIGHWAY_CARRIER"), Set.of(), code(CARRIER_CODE)));
        assertThat(memory.party(code(CARRIER_CODE), TUESDAY.toEpochMilli()).until())
                .isEqualTo(WEDNESDAY.toEpochMilli());
    }

    @Test
    void aCardsAnswerEndsWhenItIsRevoked() {
        given(card(1, MONDAY, false), card(2, WEDNESDAY, true));
        assertThat(memory.card(CARD, TUESDAY.toEpochMilli()).until()).isEqualTo(WEDNESDAY.toEpochMilli());
    }

    @Test
    void aMemberIsFoundByEachOfItsIdentifiers() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        for (var identifier : List.of(
                code(CARRIER_CODE),
                new Identifier(Scheme.BN9, CARRIER),
                new Identifier(Scheme.MEMBERSHIP, number("m-carrier")))) {
            assertThat(memory.party(identifier, LATER.toEpochMilli()).versions())
                    .containsOnlyKeys("company/" + CARRIER, "membership/m-carrier");
        }
    }

    @Test
    void aMembershipMayBeHeardBeforeItsCompany() {
        given(carrierIs(ACTIVE, 1, MONDAY), carrier(1, MONDAY));
        assertThat(at(TUESDAY)).isEmpty();
    }

    @Test
    void anUnreadableVersionThatComesBeforeItsMembershipIsNotForgotten() {
        given(carrier(1, MONDAY), unreadable(Revision.MEMBERSHIP + "m-carrier", 2, TUESDAY));
        given(carrierIs(ACTIVE, 1, MONDAY));
        assertThat(at(MONDAY)).isEmpty();
        assertThat(at(TUESDAY)).contains(Reason.STATUS_NOT_UNDERSTOOD);
        given(carrierIs(ACTIVE, 3, WEDNESDAY));
        assertThat(at(TUESDAY)).contains(Reason.STATUS_NOT_UNDERSTOOD);
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void anUnreadableVersionThatComesBeforeItsMembershipOutlivesARestart() {
        given(carrier(1, MONDAY), unreadable(Revision.MEMBERSHIP + "m-carrier", 2, TUESDAY));
        memory = BorderStatus.load(policies, store, CLOCK);
        given(carrierIs(ACTIVE, 1, MONDAY));
        assertThat(at(TUESDAY)).contains(Reason.STATUS_NOT_UNDERSTOOD);
    }

    @Test
    void anUnreadableMembershipWasNobodysBeforeAVersionOfItWasRead() {
        given(carrier(1, MONDAY), unreadable(Revision.MEMBERSHIP + "m-carrier", 2, TUESDAY));
        given(carrierIs(ACTIVE, 3, WEDNESDAY));
        var then = memory.asKnownAt(TUESDAY).party(code(CARRIER_CODE), TUESDAY.toEpochMilli());
        assertThat(Reasons.list(then.reasons(FAST_LANE, Role.CARRIER))).containsExactly(Reason.NOT_A_MEMBER);
        assertThat(then.versions()).containsOnlyKeys(Revision.COMPANY + CARRIER);
    }

    @Test
    void anUnreadableVersionThatComesFirstCountsEvenIfItCannotBeStored() {
        given(carrier(1, MONDAY));
        store.fail(true);
        assertThatThrownBy(() -> given(unreadable(Revision.MEMBERSHIP + "m-carrier", 2, TUESDAY)))
                .hasMessage("the store is away");
        store.fail(false);
        given(carrierIs(ACTIVE, 1, MONDAY));
        assertThat(at(TUESDAY)).contains(Reason.STATUS_NOT_UNDERSTOOD);
        given(unreadable(Revision.MEMBERSHIP + "m-carrier", 2, TUESDAY));
        assertThat(store.stored()).hasSize(3);
    }

    @Test
    void aRevokedCardIsRefusedEvenIfThatCannotBeStored() {
        given(card(1, MONDAY, false));
        store.fail(true);
        assertThatThrownBy(() -> memory.apply(card(2, TUESDAY, true))).isNotNull();
        assertThat(memory.card(CARD, TUESDAY.toEpochMilli()).standing()).isEqualTo(Reason.DRIVER_CARD_REVOKED);
        assertThat(memory.card(CARD, MONDAY.toEpochMilli()).standing()).isEqualTo(Reason.DRIVER_CARD_VALID);
    }

    @Test
    void aCardIsValidOnItsDaysOnly() {
        given(card(1, MONDAY.minusSeconds(1_000_000), false));
        assertThat(List.of(
                        "2026-12-06T23:59:59.999Z",
                        "2026-12-07T00:00:00Z",
                        "2026-12-31T23:59:59.999Z",
                        "2027-01-01T00:00:00Z"))
                .extracting(
                        t -> memory.card(CARD, Instant.parse(t).toEpochMilli()).standing())
                .containsExactly(
                        Reason.DRIVER_CARD_NOT_YET_VALID,
                        Reason.DRIVER_CARD_VALID,
                        Reason.DRIVER_CARD_VALID,
                        Reason.DRIVER_CARD_EXPIRED);
    }

    private void given(Revision... states) {
        for (var state : states) {
            memory.apply(state);
        }
    }

    /** A membership of the carrier that fits into a row of the memory. */
    private static Revision plain(long version, MembershipStatus status, String... lines) {
        var id = PLAIN.substring(Revision.MEMBERSHIP.length());
        var fact = new MembershipFact(id, CARRIER, "PIP-3F2B8C10", status, Tier.II, Set.of(lines), null, "");
        return revision(PLAIN, version, MONDAY, fact);
    }

    private Map<String, Long> versions() {
        return memory.party(code(CARRIER_CODE), WEDNESDAY.toEpochMilli()).versions();
    }

    private List<Reason> at(Instant time) {
        return Reasons.list(
                memory.party(code(CARRIER_CODE), time.toEpochMilli()).reasons(FAST_LANE, Role.CARRIER));
    }
}
