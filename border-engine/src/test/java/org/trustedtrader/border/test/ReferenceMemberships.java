package org.trustedtrader.border.test;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;

/**
 * What several memberships of one company are worth together. A suspension that covers the line of business refuses whatever
 * another membership grants, and a pause refuses the paused benefits. One whose status is not understood may be such a suspension. Else one good membership is enough,
 * and where there is none the latest says why.
 */
final class ReferenceMemberships {

    private ReferenceMemberships() {}

    static List<MembershipFact> in(List<Revision> states) {
        return states.stream()
                .sorted(Comparator.comparing(Revision::effectiveAt).thenComparing(Revision::subject))
                .filter(s -> s.fact() instanceof MembershipFact)
                .map(s -> (MembershipFact) s.fact())
                .toList();
    }

    /** @param otherwiseGood whether nothing else about the company refuses; it is among what a good membership needs */
    static Set<Reason> reasons(List<Revision> states, BenefitRule rule, Role role, boolean otherwiseGood) {
        var memberships = in(states);
        var lines = linesFor(rule, role);
        var overruling = isPausable(rule)
                ? Set.of(MembershipStatus.SUSPENDED, MembershipStatus.BENEFITS_PAUSED)
                : Set.of(MembershipStatus.SUSPENDED);
        for (var membership : memberships) {
            if (overruling.contains(membership.status()) && covers(membership, lines)) {
                return of(membership, rule, lines);
            }
        }
        for (var membership : memberships) {
            if (membership.status() == MembershipStatus.NOT_UNDERSTOOD && covers(membership, lines)) {
                return of(membership, rule, lines);
            }
        }
        for (var membership : memberships) {
            if (otherwiseGood && of(membership, rule, lines).isEmpty()) {
                return Set.of();
            }
        }
        return of(memberships.getLast(), rule, lines);
    }

    private static Set<Reason> of(MembershipFact membership, BenefitRule rule, Set<String> lines) {
        var reasons = EnumSet.noneOf(Reason.class);
        switch (membership.status()) {
            case ACTIVE, ACTIVE_WITH_ACTION_PLAN, REVALIDATION_DUE, REVALIDATION_IN_PROGRESS -> {}
            case BENEFITS_PAUSED -> {
                if (isPausable(rule)) {
                    reasons.add(Reason.BENEFIT_PAUSED);
                }
            }
            case SUSPENDED -> reasons.add(Reason.MEMBERSHIP_SUSPENDED);
            case CANCELLED, CANCELLED_FINAL -> reasons.add(Reason.MEMBERSHIP_CANCELLED);
            case APPEAL_PENDING -> reasons.add(Reason.MEMBERSHIP_UNDER_APPEAL);
            case WITHDRAWN -> reasons.add(Reason.MEMBERSHIP_WITHDRAWN);
            case NOT_UNDERSTOOD -> reasons.add(Reason.STATUS_NOT_UNDERSTOOD);
        }
        var tier = membership.tier();
        if (tier == null || tier.ordinal() < rule.minimumTier().ordinal()) {
            reasons.add(Reason.TIER_TOO_LOW);
        }
        if (!covers(membership, lines)) {
            reasons.add(Reason.LINE_OF_BUSINESS_NOT_COVERED);
        }
        return reasons;
    }

    private static boolean isPausable(BenefitRule rule) {
        return rule.benefit() == Benefit.FAST_LANE || rule.benefit() == Benefit.REDUCED_EXAMINATION;
    }

    private static boolean covers(MembershipFact membership, Set<String> lines) {
        return membership.lines().stream().anyMatch(lines::contains);
    }

    private static Set<String> linesFor(BenefitRule rule, Role role) {
        Set<String> lines = new HashSet<>();
        rule.lines().forEach((part, needed) -> {
            if (part == role || role == Role.HOLDER) {
                lines.addAll(needed);
            }
        });
        return lines;
    }
}
