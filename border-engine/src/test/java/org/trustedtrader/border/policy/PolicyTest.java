package org.trustedtrader.border.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.test.TestPolicies;

class PolicyTest {

    private final Policy shipped =
            TestPolicies.shipped().at(Instant.parse("2026-12-01T00:00:00Z").toEpochMilli());

    @Test
    void hasTheFiveFastPorts() {
        assertThat(shipped.ports()).extracting(Port::code).containsExactly("0410", "0440", "0453", "0502", "0813");
        assertThat(shipped.ports()).allMatch(Port::fastLane).allMatch(p -> p.mode() == Mode.HIGHWAY);
    }

    @Test
    void givesTierOneLessThanTierTwo() {
        assertThat(shipped.rules().stream().filter(r -> Tier.I.reaches(r.minimumTier())))
                .extracting(BenefitRule::benefit)
                .containsExactly(Benefit.REDUCED_EXAMINATION);
        assertThat(shipped.rules()).allMatch(r -> Tier.II.reaches(r.minimumTier()));
    }

    @Test
    void mustRuleEveryBenefit() {
        var rules = new ArrayList<>(shipped.rules());
        rules.removeLast();
        assertThatThrownBy(() -> new Policy("x", Instant.EPOCH, rules, List.of(), shipped.examinationRates()))
                .hasMessageContaining("does not rule");
    }

    @Test
    void mustNotRuleABenefitTwice() {
        var rules = new ArrayList<>(shipped.rules());
        rules.add(rules.getFirst());
        assertThatThrownBy(() -> new Policy("x", Instant.EPOCH, rules, List.of(), shipped.examinationRates()))
                .hasMessageContaining("twice");
    }

    @Test
    void aRuleForCrossingsMustAskACarrierOrAnImporter() {
        var ofHolders = shipped.rule(Benefit.MRA_RECOGNITION);
        assertThatThrownBy(() -> new BenefitRule(
                        ofHolders.benefit(),
                        ofHolders.name(),
                        ofHolders.minimumTier(),
                        ofHolders.lines(),
                        Set.of(),
                        true,
                        Set.of()))
                .hasMessage("MRA_RECOGNITION would check nobody at a crossing.");
    }

    @Test
    void isInForceFromItsDateUntilTheNext() {
        var first =
                new Policy("first", Instant.ofEpochMilli(100), shipped.rules(), List.of(), shipped.examinationRates());
        var second =
                new Policy("second", Instant.ofEpochMilli(200), shipped.rules(), List.of(), shipped.examinationRates());
        var policies = new Policies(List.of(second, first));
        assertThat(List.of(0L, 100L, 199L, 200L, 900L))
                .extracting(t -> policies.at(t).version())
                .containsExactly("first", "first", "first", "second", "second");
    }

    @Test
    void saysWhenItChangesNext() {
        var first =
                new Policy("first", Instant.ofEpochMilli(100), shipped.rules(), List.of(), shipped.examinationRates());
        var second =
                new Policy("second", Instant.ofEpochMilli(200), shipped.rules(), List.of(), shipped.examinationRates());
        var policies = new Policies(List.of(first, second));
        assertThat(List.of(policies.nextChange(0), policies.nextChange(199))).containsOnly(200L);
        assertThat(policies.nextChange(200)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void isFoundByItsVersionWhateverRulesNow() {
        var first =
                new Policy("first", Instant.ofEpochMilli(100), shipped.rules(), List.of(), shipped.examinationRates());
        var second =
                new Policy("second", Instant.ofEpochMilli(200), shipped.rules(), List.of(), shipped.examinationRates());
        var policies = new Policies(List.of(first, second));
        assertThat(policies.version("first")).contains(first);
        assertThat(policies.version("third")).isEmpty();
        assertThat(policies.without("second").at(900)).isSameAs(first);
    }

    @Test
    void twoPoliciesCannotShareADate() {
        var one = new Policy("one", Instant.EPOCH, shipped.rules(), List.of(), shipped.examinationRates());
        var other = new Policy("other", Instant.EPOCH, shipped.rules(), List.of(), shipped.examinationRates());
        assertThatThrownBy(() -> new Policies(List.of(one, other))).hasMessageContaining("share");
    }

    @Test
    void everyReasonFitsIntoTheBitsOfALong() {
        assertThat(Reason.values()).hasSizeLessThan(63);
    }

    @Test
    void examinesEverybodyElseMostAndEachTierLess() {
        var rates = shipped.examinationRates();
        assertThat(List.of(rates.of(null), rates.of(Tier.I), rates.of(Tier.II), rates.of(Tier.III)))
                .containsExactly(0.1, 0.05, 0.02, 0.01);
    }

    @Test
    void ratesMustBeRatesAndNoTierWorseOffThanALowerOne() {
        var tiers = Map.of(Tier.I, 0.05, Tier.II, 0.02, Tier.III, 0.01);
        for (double none : new double[] {-0.1, 1.1, Double.NaN, 0.04}) {
            assertThatThrownBy(() -> new ExaminationRates("", none, tiers))
                    .as("none " + none)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        var rising = Map.of(Tier.I, 0.02, Tier.II, 0.05, Tier.III, 0.01);
        assertThatThrownBy(() -> new ExaminationRates("", 0.1, rising)).hasMessageContaining("Tier II");
        var missing = Map.of(Tier.I, 0.02, Tier.II, 0.01);
        assertThatThrownBy(() -> new ExaminationRates("", 0.1, missing)).hasMessageContaining("tier III");
    }
}
