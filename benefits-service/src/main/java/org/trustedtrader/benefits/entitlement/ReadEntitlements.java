package org.trustedtrader.benefits.entitlement;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.eligibility.Reasons;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.status.StoreUnavailableException;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Works out a company's entitlements for itself and for officers; to other companies there is no such company. */
public final class ReadEntitlements {

    private final BorderStatus status;
    private final Lease lease;

    public ReadEntitlements(BorderStatus status, Lease lease) {
        this.status = status;
        this.lease = lease;
    }

    public Entitlements of(String bn9, Instant at, Actor actor) {
        lease.admit("at", at);
        var millis = at.toEpochMilli();
        if (!actor.belongsTo(bn9) && Roles.COMPANY.stream().anyMatch(actor::has)) {
            throw new Refusal.NotFound("company");
        }
        var stale = lease.now().covers(millis) ? 0 : Reason.STATUS_STALE.bit();
        return status.consistently(rules -> entitlements(bn9, at, rules.at(millis), stale));
    }

    private Entitlements entitlements(String bn9, Instant at, Policy policy, long stale) {
        var snapshot = snapshot(bn9, at.toEpochMilli());
        return new Entitlements(
                bn9,
                at,
                policy.version(),
                memberships(snapshot),
                policy.rules().stream()
                        .map(rule -> entitlement(rule, snapshot.party(), stale))
                        .toList(),
                snapshot.party().versions());
    }

    private BorderStatus.Snapshot snapshot(String bn9, long millis) {
        try {
            return status.snapshot(bn9, millis).orElseThrow(() -> new Refusal.NotFound("company"));
        } catch (StoreUnavailableException e) {
            throw new Refusal.Unavailable(Message.of("benefits.companies.unavailable"));
        }
    }

    private static List<Entitlements.Membership> memberships(BorderStatus.Snapshot snapshot) {
        return snapshot.counting().stream()
                .map(Revision::fact)
                .filter(MembershipFact.class::isInstance)
                .map(fact -> membership((MembershipFact) fact))
                .toList();
    }

    private static Entitlements.Entitlement entitlement(BenefitRule rule, Party party, long stale) {
        long reasons = stale | party.reasons(rule.benefit(), Role.HOLDER);
        return new Entitlements.Entitlement(
                rule.benefit(),
                rule.name(),
                rule.minimumTier(),
                Outcome.of(reasons),
                Reasons.list(reasons),
                Outcome.of(reasons) == Outcome.ELIGIBLE && rule.atCrossing() ? modes(rule, party) : List.of());
    }

    private static List<Mode> modes(BenefitRule rule, Party party) {
        return Stream.of(Mode.values())
                .filter(mode -> Stream.of(Role.CARRIER, Role.IMPORTER)
                        .filter(rule::asks)
                        .anyMatch(role -> Outcome.of(party.reasons(rule.benefit(), role, mode)) == Outcome.ELIGIBLE))
                .toList();
    }

    private static Entitlements.Membership membership(MembershipFact fact) {
        return new Entitlements.Membership(
                fact.number(),
                fact.status().name(),
                fact.tier(),
                fact.lines().stream().sorted().toList(),
                fact.memberSince());
    }
}
