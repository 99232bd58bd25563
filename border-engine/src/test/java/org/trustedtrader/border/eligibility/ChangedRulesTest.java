package org.trustedtrader.border.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.policy.Benefit.FAST_LANE;
import static org.trustedtrader.border.test.PolicyFixtures.after;
import static org.trustedtrader.border.test.PolicyFixtures.fastLaneFromTier;
import static org.trustedtrader.border.test.PolicyFixtures.fastPort;
import static org.trustedtrader.border.test.PolicyFixtures.policy;
import static org.trustedtrader.border.test.TraderFixtures.CARD;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER_CODE;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.WEDNESDAY;
import static org.trustedtrader.border.test.TraderFixtures.card;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.test.TraderFixtures.code;
import static org.trustedtrader.border.test.TraderFixtures.importer;
import static org.trustedtrader.border.test.TraderFixtures.importerIs;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.CrossingRules;
import org.trustedtrader.border.crossing.Lane;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.CrossingFixtures;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

class ChangedRulesTest {

    private static final Policies SHIPPED = TestPolicies.shipped();

    private static final Clock FROM_MONDAY = Clock.fixed(MONDAY, ZoneOffset.UTC);

    private final InMemoryRevisionStore store = new InMemoryRevisionStore();
    private final BorderStatus memory = BorderStatus.load(SHIPPED, store, FROM_MONDAY);

    @BeforeEach
    void aCarrierAndAnImporterAreMembersAndTheDriverHasACard() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), importer(1, MONDAY), importerIs(ACTIVE, 1, MONDAY));
        given(card(1, MONDAY, false));
    }

    @Test
    void otherRulesCountFromTheirDateAndLeaveThePastAlone() {
        memory.policies(strict());
        assertThat(lane(TUESDAY.minusMillis(1))).isEqualTo(Lane.FLE);
        assertThat(lane(TUESDAY)).isEqualTo(Lane.FLI);
        assertThat(decide(TUESDAY).policyVersion()).isEqualTo("strict");
        assertThat(decide(TUESDAY.minusMillis(1)).policyVersion()).isEqualTo("2026-11-01");
    }

    @Test
    void aPortCountsFromItsPolicysDate() {
        memory.policies(after(policy("ports", TUESDAY, fastPort("0456"))));
        assertThat(at(TUESDAY.minusMillis(1), new CrossingFixtures().port("0456"))
                        .outcome())
                .isEqualTo(Lane.FLI);
        assertThat(at(TUESDAY, new CrossingFixtures().port("0456")).outcome()).isEqualTo(Lane.FLE);
    }

    @Test
    void anAnswerHoldsNoLongerThanItsRules() {
        memory.policies(after(policy("ports", TUESDAY, fastPort("0456"))));
        var justBefore = TUESDAY.minusSeconds(5);
        assertThat(decide(justBefore).validUntil()).isEqualTo(TUESDAY);
        assertThat(decide(TUESDAY).validUntil()).isEqualTo(TUESDAY.plusSeconds(60));
        assertThat(eligibility(justBefore, "DRIVER_CARD", CARD).validUntil()).isEqualTo(TUESDAY);
    }

    @Test
    void whatIsHeardWhileTheRulesChangeIsNotLost() {
        var traders = 100;
        for (int i = 0; i < traders; i++) {
            given(member(i, 1, Tier.II));
        }
        var changing = CompletableFuture.runAsync(() -> {
            for (int round = 0; round < 20; round++) {
                memory.policies(round % 2 == 0 ? strict() : TestPolicies.shipped());
            }
        });
        for (int i = 0; i < traders; i++) {
            given(member(i, 2, Tier.I), TraderFixtures.company(bn9(i), 1, MONDAY, Set.of("IMPORTER"), Set.of()));
        }
        changing.join();
        var restarted = BorderStatus.load(SHIPPED, store, FROM_MONDAY);
        for (int i = 0; i < traders; i++) {
            var identifier = new Identifier(Scheme.BN9, bn9(i));
            var party = memory.party(identifier, WEDNESDAY.toEpochMilli());
            var expected = restarted.party(identifier, WEDNESDAY.toEpochMilli());
            assertThat(party.versions()).isEqualTo(expected.versions());
            assertThat(party.reasons(FAST_LANE, Role.IMPORTER))
                    .isEqualTo(expected.reasons(FAST_LANE, Role.IMPORTER))
                    .isEqualTo(Reason.TIER_TOO_LOW.bit());
        }
    }

    @Test
    void everyAnswerFollowsWhollyFromOneSetOfRules() {
        for (int i = 0; i < 100; i++) {
            given(member(i, 1, Tier.II));
        }
        var done = new AtomicBoolean();
        var changing = CompletableFuture.runAsync(() -> {
            for (int round = 0; round < 30; round++) {
                memory.policies(round % 2 == 0 ? strict() : TestPolicies.shipped());
            }
            done.set(true);
        });
        var asked = 0;
        do {
            var answer = decide(WEDNESDAY);
            assertThat(answer.outcome()).isEqualTo(answer.policyVersion().equals("strict") ? Lane.FLI : Lane.FLE);
            asked++;
        } while (!done.get());
        changing.join();
        assertThat(asked).isGreaterThan(1);
    }

    @Test
    void aSuspensionThatIsNotStoredYetRefusesUnderOtherRulesToo() {
        store.fail(true);
        try {
            given(carrierIs(SUSPENDED, 2, MONDAY));
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the store is away");
        }
        memory.policies(after(policy("ports", TUESDAY, fastPort("0456"))));
        assertThat(lane(WEDNESDAY)).isEqualTo(Lane.FLI);
    }

    @Test
    void nothingIsCertainFromTheDateOfRulesThatAreNotUnderstood() {
        memory.policies(withUnknownFrom(TUESDAY));
        assertThat(lane(TUESDAY.minusMillis(1))).isEqualTo(Lane.FLE);
        var answer = decide(TUESDAY);
        assertThat(answer.outcome()).isEqualTo(Lane.INDETERMINATE);
        assertThat(answer.policyVersion()).isEqualTo("newer");
        assertThat(answer.benefits())
                .hasSize(5)
                .allSatisfy(benefit -> assertThat(benefit.findings())
                        .extracting(finding -> finding.reason().name())
                        .containsExactly("POLICY_NOT_UNDERSTOOD"));
        for (var id : List.of("CARRIER_CODE 77YY", "BN15 987654324RM0001", "DRIVER_CARD " + CARD, "BN9 000000000")) {
            var item = eligibility(WEDNESDAY, id.split(" ")[0], id.split(" ")[1])
                    .answers()
                    .getFirst();
            assertThat(item.outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(item.reasons()).contains(Reason.POLICY_NOT_UNDERSTOOD);
        }
    }

    @Test
    void noPartIsGrantedAnythingByRulesThatAreNotUnderstood() {
        memory.policies(withUnknownFrom(TUESDAY));
        var party = memory.party(code(CARRIER_CODE), TUESDAY.toEpochMilli());
        for (var benefit : Benefit.values()) {
            for (var role : Role.values()) {
                assertThat(party.reasons(benefit, role)).isEqualTo(Reason.POLICY_NOT_UNDERSTOOD.bit());
            }
        }
    }

    @Test
    void rulesThatAreNotUnderstoodEndWhereTheNextBegin() {
        var unknown = Policy.notUnderstood("newer", TUESDAY, SHIPPED.at(0));
        memory.policies(after(unknown, policy("next", WEDNESDAY)));
        assertThat(lane(WEDNESDAY.minusMillis(1))).isEqualTo(Lane.INDETERMINATE);
        assertThat(lane(WEDNESDAY)).isEqualTo(Lane.FLE);
    }

    @Test
    void countsWhoWouldGainAndWhoWouldLose() {
        for (int i = 0; i < 5; i++) {
            given(member(i, 1, Tier.I));
        }
        given(member(5, 1, Tier.III));
        var milder = policy("milder", TUESDAY, fastLaneFromTier("I"));
        var shipped = SHIPPED.at(TUESDAY.toEpochMilli());
        assertThat(memory.effects(shipped, milder, TUESDAY.toEpochMilli()))
                .contains(
                        new PolicyEffect(FAST_LANE, Role.IMPORTER, 5, 0, 2),
                        new PolicyEffect(FAST_LANE, Role.CARRIER, 0, 0, 1))
                .filteredOn(effect -> effect.benefit() != FAST_LANE)
                .allMatch(effect -> effect.gain() == 0 && effect.lose() == 0);
        var stricter = policy("stricter", TUESDAY, fastLaneFromTier("III"));
        assertThat(memory.effects(shipped, stricter, TUESDAY.toEpochMilli()))
                .contains(
                        new PolicyEffect(FAST_LANE, Role.IMPORTER, 0, 1, 1),
                        new PolicyEffect(FAST_LANE, Role.CARRIER, 0, 1, 0));
        assertThat(lane(WEDNESDAY)).isEqualTo(Lane.FLE);
    }

    private static Policies strict() {
        return after(policy("strict", TUESDAY, fastLaneFromTier("III")));
    }

    private static Policies withUnknownFrom(Instant from) {
        return after(Policy.notUnderstood("newer", from, SHIPPED.at(from.toEpochMilli())));
    }

    private static Revision member(int i, long version, Tier tier) {
        return TraderFixtures.membership("m-" + i, bn9(i), version, MONDAY, ACTIVE, tier, "IMPORTER");
    }

    private static String bn9(int i) {
        return "%09d".formatted(555_000_000 + i);
    }

    private void given(Revision... states) {
        for (var state : states) {
            memory.apply(state);
        }
    }

    private Lane lane(Instant at) {
        return decide(at).outcome();
    }

    private CrossingAnswer decide(Instant at) {
        return at(at, new CrossingFixtures());
    }

    private CrossingAnswer at(Instant at, CrossingFixtures asked) {
        var crossing = asked.at(at).crossing();
        return memory.consistently(rules -> new CrossingRules(rules).decide(crossing, memory, moment(at)));
    }

    private Answer eligibility(Instant at, String scheme, String id) {
        var question = new Question(at, null, List.of(new Question.Item(scheme, id)));
        return memory.consistently(rules -> new EligibilityRules(rules).answer(question, memory, moment(at)));
    }

    private static Moment moment(Instant at) {
        return new Moment(at, Duration.ZERO, Duration.ofSeconds(60));
    }
}
