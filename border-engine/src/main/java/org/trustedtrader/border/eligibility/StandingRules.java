package org.trustedtrader.border.eligibility;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.trader.MembershipStatus;

/**
 * Evaluates announced facts under one policy. One good membership is enough, except that a suspended one that covers the same
 * line of business refuses whatever another one grants, and one with paused benefits refuses these. So does one whose state is
 * not understood: it may be suspended.
 */
final class StandingRules {

    private static final List<Role> ROLES_AT_CROSSINGS = List.of(Role.CARRIER, Role.IMPORTER);

    private final Policy policy;
    private final Profile.Facts facts;
    private final long notUnderstood;

    StandingRules(Policy policy, Profile.Facts facts) {
        this.policy = policy;
        this.facts = facts;
        this.notUnderstood = facts.notUnderstood() ? Reason.STATUS_NOT_UNDERSTOOD.bit() : 0;
    }

    long[] reasons() {
        var reasons = new long[Standing.SLOTS];
        for (var benefit : Benefit.values()) {
            var rule = policy.rule(benefit);
            for (var role : Role.values()) {
                evaluate(reasons, Standing.slot(benefit, role), rule, rule.linesFor(role));
            }
            for (var mode : Mode.values()) {
                for (var role : ROLES_AT_CROSSINGS) {
                    evaluate(reasons, Standing.slot(benefit, role, mode), rule, policy.linesFor(rule, role, mode));
                }
            }
        }
        return reasons;
    }

    private void evaluate(long[] reasons, int slot, BenefitRule rule, Set<String> lines) {
        reasons[slot] = notUnderstood | reasons(rule, lines);
        if (reasons[slot] == 0) {
            Standing.grant(reasons, slot, tier(rule, lines));
        }
    }

    private long reasons(BenefitRule rule, Set<String> lines) {
        if (!policy.isUnderstood()) {
            return Reason.POLICY_NOT_UNDERSTOOD.bit();
        }
        var others = otherProgrammes(rule);
        if (facts.memberships().isEmpty()) {
            return others | Reason.NOT_A_MEMBER.bit();
        }
        long best = 0;
        long uncertain = 0;
        var granted = false;
        for (var membership : facts.memberships()) {
            var reasons = others | reasons(membership, rule, lines);
            if (membership.status().overrules(rule.benefit()) && covers(membership, lines)) {
                return reasons;
            }
            if (membership.status() == MembershipStatus.NOT_UNDERSTOOD && covers(membership, lines)) {
                uncertain = uncertain == 0 ? reasons : uncertain;
            }
            granted |= reasons == 0;
            best = reasons;
        }
        if (uncertain != 0) {
            return uncertain;
        }
        return granted ? 0 : best;
    }

    /** The highest among those of the memberships that grant it, of which there is one. */
    private Tier tier(BenefitRule rule, Set<String> lines) {
        return facts.memberships().stream()
                .filter(membership -> reasons(membership, rule, lines) == 0)
                .flatMap(membership -> Stream.ofNullable(membership.tier()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static long reasons(Profile.Member membership, BenefitRule rule, Set<String> lines) {
        long reasons = 0;
        var refusal = membership.status().refusal(rule.benefit());
        if (refusal != null) {
            reasons |= refusal.bit();
        }
        var tier = membership.tier();
        if (tier == null || !tier.reaches(rule.minimumTier())) {
            reasons |= Reason.TIER_TOO_LOW.bit();
        }
        if (!covers(membership, lines)) {
            reasons |= Reason.LINE_OF_BUSINESS_NOT_COVERED.bit();
        }
        return reasons;
    }

    private static boolean covers(Profile.Member membership, Set<String> lines) {
        return !Collections.disjoint(membership.lines(), lines);
    }

    private long otherProgrammes(BenefitRule rule) {
        return facts.programmes().containsAll(rule.programmes()) ? 0 : Reason.NOT_IN_CSA.bit();
    }
}
