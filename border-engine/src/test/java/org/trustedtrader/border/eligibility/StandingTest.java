package org.trustedtrader.border.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER_CODE;
import static org.trustedtrader.border.test.TraderFixtures.CLOCK;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.test.TraderFixtures.code;
import static org.trustedtrader.border.test.TraderFixtures.company;
import static org.trustedtrader.border.test.TraderFixtures.membership;
import static org.trustedtrader.border.test.TraderFixtures.unreadable;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;

class StandingTest {

    private final BorderStatus memory = BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), CLOCK);

    @ParameterizedTest
    @CsvSource({
        "ACTIVE,",
        "ACTIVE_WITH_ACTION_PLAN,",
        "REVALIDATION_DUE,",
        "REVALIDATION_IN_PROGRESS,",
        "BENEFITS_PAUSED, BENEFIT_PAUSED",
        "SUSPENDED, MEMBERSHIP_SUSPENDED",
        "CANCELLED, MEMBERSHIP_CANCELLED",
        "APPEAL_PENDING, MEMBERSHIP_UNDER_APPEAL",
        "CANCELLED_FINAL, MEMBERSHIP_CANCELLED",
        "WITHDRAWN, MEMBERSHIP_WITHDRAWN",
        "NOT_UNDERSTOOD, STATUS_NOT_UNDERSTOOD"
    })
    void benefitsAreOnInActiveStatesOnly(MembershipStatus status, Reason refusal) {
        given(carrier(1, MONDAY), carrierIs(status, 1, MONDAY));
        assertThat(fastLane()).isEqualTo(refusal == null ? List.of() : List.of(refusal));
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasARowAbove(MembershipStatus status) {
        assertThat(MembershipStatus.values()).hasSize(11);
        assertThat(MembershipStatus.named(status.name())).isEqualTo(status);
    }

    @Test
    void aStateThatIsNotKnownHereIsNoGoodState() {
        assertThat(MembershipStatus.named("PROVISIONALLY_TOLERATED")).isEqualTo(MembershipStatus.NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "I, FAST_LANE, TIER_TOO_LOW",
        "I, FRONT_OF_LINE, TIER_TOO_LOW",
        "I, REDUCED_EXAMINATION,",
        "II, FAST_LANE,",
        "III, FAST_LANE,",
        ", REDUCED_EXAMINATION, TIER_TOO_LOW",
        "II, COURIER_LOW_VALUE, LINE_OF_BUSINESS_NOT_COVERED",
        "II, SELF_ASSESSED_RELEASE, NOT_IN_CSA"
    })
    void aBenefitNeedsItsTierLineAndProgramme(Tier tier, Benefit benefit, Reason refusal) {
        given(
                carrier(1, MONDAY),
                membership("m", CARRIER, 1, MONDAY, MembershipStatus.ACTIVE, tier, "HIGHWAY_CARRIER"));
        assertThat(reasons(benefit, Role.CARRIER)).isEqualTo(refusal == null ? List.of() : List.of(refusal));
    }

    @Test
    void allReasonsAreGivenAndNotOnlyTheFirst() {
        given(
                carrier(1, MONDAY),
                membership("m", CARRIER, 1, MONDAY, MembershipStatus.SUSPENDED, Tier.I, "CUSTOMS_BROKER"));
        assertThat(reasons(Benefit.SELF_ASSESSED_RELEASE, Role.CARRIER))
                .containsExactly(
                        Reason.MEMBERSHIP_SUSPENDED,
                        Reason.TIER_TOO_LOW,
                        Reason.LINE_OF_BUSINESS_NOT_COVERED,
                        Reason.NOT_IN_CSA);
    }

    @Test
    void aCompanyWithoutMembershipIsNoMember() {
        given(carrier(1, MONDAY));
        assertThat(fastLane()).containsExactly(Reason.NOT_A_MEMBER);
    }

    @Test
    void aCarrierIsNoImporter() {
        given(carrier(1, MONDAY), carrierIs(MembershipStatus.ACTIVE, 1, MONDAY));
        assertThat(reasons(Benefit.FAST_LANE, Role.IMPORTER)).containsExactly(Reason.LINE_OF_BUSINESS_NOT_COVERED);
        assertThat(reasons(Benefit.FAST_LANE, Role.HOLDER)).isEmpty();
    }

    @Test
    void aCsaParticipantMayAssessItself() {
        given(
                company(CARRIER, 1, MONDAY, Set.of("HIGHWAY_CARRIER"), Set.of("CSA"), code(CARRIER_CODE)),
                carrierIs(MembershipStatus.ACTIVE, 1, MONDAY));
        assertThat(reasons(Benefit.SELF_ASSESSED_RELEASE, Role.CARRIER)).isEmpty();
    }

    @Test
    void anEndedMembershipDoesNotSpoilAGoodOne() {
        given(
                carrier(1, MONDAY),
                membership("old", CARRIER, 1, MONDAY, MembershipStatus.WITHDRAWN, Tier.II, "HIGHWAY_CARRIER"),
                membership("new", CARRIER, 1, MONDAY, MembershipStatus.ACTIVE, Tier.II, "HIGHWAY_CARRIER"));
        assertThat(fastLane()).isEmpty();
    }

    @Test
    void aSuspendedMembershipOfTheSameLineRefusesWhateverAnotherGrants() {
        given(
                carrier(1, MONDAY),
                membership("a", CARRIER, 1, MONDAY, MembershipStatus.SUSPENDED, Tier.II, "HIGHWAY_CARRIER"),
                membership("b", CARRIER, 1, MONDAY, MembershipStatus.ACTIVE, Tier.II, "HIGHWAY_CARRIER"));
        assertThat(fastLane()).containsExactly(Reason.MEMBERSHIP_SUSPENDED);
    }

    @Test
    void aPauseTakesTheFastLaneAndReducedExaminationsOnly() {
        given(
                carrier(1, MONDAY),
                membership("a", CARRIER, 1, MONDAY, MembershipStatus.BENEFITS_PAUSED, Tier.II, "HIGHWAY_CARRIER"),
                membership("b", CARRIER, 1, MONDAY, MembershipStatus.ACTIVE, Tier.II, "HIGHWAY_CARRIER"));
        assertThat(fastLane()).containsExactly(Reason.BENEFIT_PAUSED);
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, Role.CARRIER)).containsExactly(Reason.BENEFIT_PAUSED);
        assertThat(reasons(Benefit.FRONT_OF_LINE, Role.CARRIER)).isEmpty();
    }

    @Test
    void aMembershipOfTheSameLineThatIsNotUnderstoodMayBeSuspended() {
        given(
                carrier(1, MONDAY),
                membership("a", CARRIER, 1, MONDAY, MembershipStatus.NOT_UNDERSTOOD, Tier.II, "HIGHWAY_CARRIER"),
                membership("b", CARRIER, 1, MONDAY, MembershipStatus.ACTIVE, Tier.II, "HIGHWAY_CARRIER"));
        assertThat(fastLane()).containsExactly(Reason.STATUS_NOT_UNDERSTOOD);
    }

    @Test
    void aSuspensionInAnotherLineLeavesThisOne() {
        given(
                carrier(1, MONDAY),
                membership("a", CARRIER, 1, MONDAY, MembershipStatus.SUSPENDED, Tier.II, "CUSTOMS_BROKER"),
                membership("b", CARRIER, 1, MONDAY, MembershipStatus.ACTIVE, Tier.II, "HIGHWAY_CARRIER"));
        assertThat(fastLane()).isEmpty();
    }

    @Test
    void whatCannotBeUnderstoodIsNotTrustedUntilItIs() {
        given(carrier(1, MONDAY), carrierIs(MembershipStatus.ACTIVE, 1, MONDAY));
        given(unreadable(Revision.MEMBERSHIP + "m-carrier", 2, MONDAY));
        assertThat(fastLane()).contains(Reason.STATUS_NOT_UNDERSTOOD);
        given(carrierIs(MembershipStatus.ACTIVE, 2, MONDAY));
        assertThat(fastLane()).isEmpty();
    }

    @Test
    void anUnreadableCompanyIsNotTrustedEither() {
        given(carrier(1, MONDAY), carrierIs(MembershipStatus.ACTIVE, 1, MONDAY));
        given(unreadable(Revision.COMPANY + CARRIER, 2, MONDAY));
        var company =
                memory.snapshot(CARRIER, TUESDAY.toEpochMilli()).orElseThrow().party();
        assertThat(Reasons.list(company.reasons(Benefit.FAST_LANE, Role.CARRIER)))
                .contains(Reason.STATUS_NOT_UNDERSTOOD);
    }

    private void given(Revision... states) {
        for (var state : states) {
            memory.apply(state);
        }
    }

    private List<Reason> fastLane() {
        return reasons(Benefit.FAST_LANE, Role.CARRIER);
    }

    private List<Reason> reasons(Benefit benefit, Role role) {
        return Reasons.list(
                memory.party(code(CARRIER_CODE), TUESDAY.toEpochMilli()).reasons(benefit, role));
    }
}
