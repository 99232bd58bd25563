package org.trustedtrader.border.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.policy.Benefit.FAST_LANE;
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
import static org.trustedtrader.border.test.TraderFixtures.membership;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.CANCELLED;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Reasons;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.trader.Revision;

/** A change that was never received may have been a suspension: the time that it may have counted for is uncertain. */
class MissingRevisionsTest {

    private final InMemoryRevisionStore store = new InMemoryRevisionStore();
    private BorderStatus memory = BorderStatus.load(TestPolicies.shipped(), store, CLOCK);

    @Test
    void theTimeAroundAMissingVersionIsUncertainAndThePresentIsNot() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), carrierIs(ACTIVE, 3, WEDNESDAY));
        assertThat(at(MONDAY.minusMillis(1))).containsExactly(Reason.IDENTIFIER_NOT_VALID_THEN);
        assertThat(at(MONDAY)).containsExactly(Reason.STATUS_UNKNOWN_THEN);
        assertThat(at(WEDNESDAY.minusMillis(1))).containsExactly(Reason.STATUS_UNKNOWN_THEN);
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void theMissingVersionMakesItCertainWheneverItComes() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), carrierIs(ACTIVE, 3, WEDNESDAY));
        given(carrierIs(SUSPENDED, 2, TUESDAY));
        assertThat(at(MONDAY)).isEmpty();
        assertThat(at(TUESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void aRestartRemembersThatAVersionIsMissing() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), carrierIs(ACTIVE, 3, WEDNESDAY));
        memory = BorderStatus.load(TestPolicies.shipped(), store, CLOCK);
        assertThat(at(TUESDAY)).containsExactly(Reason.STATUS_UNKNOWN_THEN);
    }

    @Test
    void whatIsMissingBehindAFutureChangeMayCountBeforeIt() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        given(carrierIs(ACTIVE, 2, WEDNESDAY), carrierIs(ACTIVE, 4, WEDNESDAY.plusSeconds(60)));
        assertThat(at(TUESDAY)).containsExactly(Reason.STATUS_UNKNOWN_THEN);
        given(carrierIs(SUSPENDED, 3, TUESDAY));
        assertThat(at(MONDAY)).isEmpty();
        assertThat(at(TUESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
    }

    @Test
    void aMissingVersionOfACardMayHaveRevokedIt() {
        given(card(1, MONDAY, false), card(3, WEDNESDAY, false));
        assertThat(memory.card(CARD, TUESDAY.toEpochMilli()).standing()).isEqualTo(Reason.STATUS_UNKNOWN_THEN);
        assertThat(memory.card(CARD, WEDNESDAY.toEpochMilli()).standing()).isEqualTo(Reason.DRIVER_CARD_VALID);
    }

    @Test
    void whatBothNeighboursRefuseIsRefused() {
        given(carrier(1, MONDAY), carrierIs(SUSPENDED, 1, MONDAY), carrierIs(CANCELLED, 3, WEDNESDAY));
        assertThat(at(TUESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
    }

    @Test
    void whatOneNeighbourRefusesIsUncertain() {
        given(carrier(1, MONDAY), carrierIs(SUSPENDED, 1, MONDAY), carrierIs(ACTIVE, 3, WEDNESDAY));
        assertThat(Outcome.of(bits(TUESDAY))).isEqualTo(Outcome.INDETERMINATE);
        assertThat(at(TUESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED, Reason.STATUS_UNKNOWN_THEN);
    }

    @Test
    void aSuspensionRefusesThePresentWhateverIsMissingBelowIt() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), carrierIs(SUSPENDED, 4, TUESDAY));
        assertThat(at(TUESDAY)).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
    }

    @Test
    void aMissingStartIsUncertainUntilTheFirstThatIsKnown() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 2, WEDNESDAY));
        assertThat(at(TUESDAY)).containsExactly(Reason.NOT_A_MEMBER, Reason.STATUS_UNKNOWN_THEN);
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void aMissingVersionOfTheCompanyIsUncertainToo() {
        given(carrierIs(ACTIVE, 1, MONDAY), carrier(1, MONDAY), carrier(3, WEDNESDAY));
        assertThat(at(TUESDAY)).containsExactly(Reason.STATUS_UNKNOWN_THEN);
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void aGapInAnotherMembershipMayHaveBeenASuspensionThatRefusesAll() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        given(second(1, MONDAY), second(3, WEDNESDAY));
        assertThat(at(TUESDAY)).containsExactly(Reason.STATUS_UNKNOWN_THEN);
        assertThat(at(WEDNESDAY)).isEmpty();
    }

    @Test
    void theUncertaintyOfThePastEndsWhenTheStandingIsKnownAgain() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), carrierIs(ACTIVE, 3, WEDNESDAY));
        assertThat(memory.party(code(CARRIER_CODE), TUESDAY.toEpochMilli()).until())
                .isEqualTo(WEDNESDAY.toEpochMilli());
    }

    private static Revision second(long version, Instant from) {
        return membership("m-second", CARRIER, version, from, ACTIVE, Tier.II, "HIGHWAY_CARRIER");
    }

    private void given(Revision... states) {
        for (var state : states) {
            memory.apply(state);
        }
    }

    private List<Reason> at(Instant time) {
        return Reasons.list(bits(time));
    }

    private long bits(Instant time) {
        return memory.party(code(CARRIER_CODE), time.toEpochMilli()).reasons(FAST_LANE, Role.CARRIER);
    }
}
