package org.trustedtrader.border.eligibility;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Scheme;

/**
 * Works out the standing of one trader at one time. One good membership is enough, except that a suspended one that covers
 * the same line of business refuses whatever another one grants.
 */
final class StandingRules {

    private static final Comparator<Known> LATEST =
            Comparator.comparing(Known::effectiveAt).thenComparing(Known::subject);

    private final Policy policy;
    private final String bn9;
    private final @Nullable Known company;
    private final List<Known> memberships;
    private final long notUnderstood;

    /** @param company, memberships what counts at that time; only what is effective by then */
    StandingRules(Policy policy, String bn9, @Nullable Known company, List<Known> memberships) {
        this.policy = policy;
        this.bn9 = bn9;
        this.company = company;
        this.memberships =
                memberships.stream().filter(Known::readable).sorted(LATEST).toList();
        var unreadable = memberships.stream().anyMatch(m -> !m.readable()) || (company != null && !company.readable());
        this.notUnderstood = unreadable ? Reason.STATUS_NOT_UNDERSTOOD.bit() : 0;
    }

    Standing standing() {
        var reasons = new long[Benefit.COUNT * Role.COUNT];
        for (var benefit : Benefit.values()) {
            var rule = policy.rule(benefit);
            for (var role : Role.values()) {
                reasons[Standing.slot(benefit, role)] = notUnderstood | reasons(rule, role);
            }
        }
        return new Standing(reasons, held());
    }

    private long reasons(BenefitRule rule, Role role) {
        var lines = rule.linesFor(role);
        var others = otherProgrammes(rule);
        if (memberships.isEmpty()) {
            return others | Reason.NOT_A_MEMBER.bit();
        }
        long best = 0;
        var granted = false;
        for (var known : memberships) {
            var membership = (MembershipFact) known.fact();
            var reasons = others | reasons(membership, rule, lines);
            if (membership.status() == MembershipStatus.SUSPENDED && covers(membership, lines)) {
                return reasons;
            }
            granted |= reasons == 0;
            best = reasons;
        }
        return granted ? 0 : best;
    }

    private static long reasons(MembershipFact membership, BenefitRule rule, Set<String> lines) {
        long reasons = 0;
        var refusal = membership.status().refusal();
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

    private static boolean covers(MembershipFact membership, Set<String> lines) {
        return !Collections.disjoint(membership.lines(), lines);
    }

    private long otherProgrammes(BenefitRule rule) {
        var missing = !rule.programmes().isEmpty()
                && !(company != null
                        && company.fact() instanceof CompanyFact fact
                        && fact.programmes().containsAll(rule.programmes()));
        return missing ? Reason.NOT_IN_CSA.bit() : 0;
    }

    private Set<Identifier> held() {
        var held = new HashSet<Identifier>();
        if (company != null || !memberships.isEmpty()) {
            Identifier.parse(Scheme.BN9, bn9).ifPresent(held::add);
        }
        if (company != null && company.fact() instanceof CompanyFact fact) {
            held.addAll(fact.identifiers());
        }
        for (var membership : memberships) {
            ((MembershipFact) membership.fact()).identifier().ifPresent(held::add);
        }
        return Set.copyOf(held);
    }
}
