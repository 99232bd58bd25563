package org.trustedtrader.bench.naive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.trustedtrader.bench.naive.EligibilityController.BenefitView;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Scheme;

/** Works out, from one trader's document, what it may use: every rule, at every request. */
final class Judgement {

    private final Policy policy;
    private final Role role;
    private final Document trader;

    Judgement(Policy policy, Scheme asked, Document trader) {
        this.policy = policy;
        this.role = switch (asked) {
            case CARRIER_CODE -> Role.CARRIER;
            case BN15 -> Role.IMPORTER;
            default -> Role.HOLDER;
        };
        this.trader = trader;
    }

    List<BenefitView> benefits() {
        List<BenefitView> all = new ArrayList<>();
        for (var rule : policy.rules()) {
            var reasons = List.copyOf(reasons(rule));
            all.add(new BenefitView(
                    rule.benefit().name(),
                    reasons.isEmpty() ? "ELIGIBLE" : "INELIGIBLE",
                    EligibilityController.views(reasons)));
        }
        return all;
    }

    private Set<Reason> reasons(BenefitRule rule) {
        var lines = rule.linesFor(rule.asks(role) ? role : Role.HOLDER);
        var others = EnumSet.noneOf(Reason.class);
        if (!trader.getList("programmes", String.class).containsAll(rule.programmes())) {
            others.add(Reason.NOT_IN_CSA);
        }
        Set<Reason> last = others;
        var granted = false;
        var memberships = trader.getList("memberships", Document.class);
        if (memberships.isEmpty()) {
            others.add(Reason.NOT_A_MEMBER);
        }
        for (var membership : memberships) {
            last = EnumSet.copyOf(others);
            last.addAll(refusals(membership, rule, lines));
            if (status(membership).overrules(rule.benefit()) && covers(membership, lines)) {
                return last;
            }
            granted |= last.isEmpty();
        }
        return granted ? Set.of() : last;
    }

    private static Set<Reason> refusals(Document membership, BenefitRule rule, Set<String> lines) {
        var reasons = EnumSet.noneOf(Reason.class);
        var refusal = status(membership).refusal(rule.benefit());
        if (refusal != null) {
            reasons.add(refusal);
        }
        if (!Tier.valueOf(membership.getString("tier")).reaches(rule.minimumTier())) {
            reasons.add(Reason.TIER_TOO_LOW);
        }
        if (!covers(membership, lines)) {
            reasons.add(Reason.LINE_OF_BUSINESS_NOT_COVERED);
        }
        return reasons;
    }

    private static MembershipStatus status(Document membership) {
        return MembershipStatus.named(membership.getString("status"));
    }

    private static boolean covers(Document membership, Set<String> lines) {
        return !Collections.disjoint(membership.getList("lines", String.class), lines);
    }
}
