package org.trustedtrader.simulation;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.enrolment.membership.Membership;

/** The border engine with its memory and the shipped policy. */
final class Border {

    private static final Set<String> LINES = Set.of("HIGHWAY_CARRIER", "IMPORTER");

    private final BorderStatus status;
    private final Wiring wiring;

    Border(MovedClock clock, Wiring wiring) {
        this.wiring = wiring;
        status = BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), clock);
    }

    void companyAnnounced(String bn9, Instant at) {
        status.apply(new Revision(Revision.COMPANY + bn9, 1, at, at, new CompanyFact(bn9, LINES, Set.of(), Set.of())));
    }

    void membershipAnnounced(String id, long version, Membership.Snapshot s, Instant recordedAt) {
        var fact = new MembershipFact(
                id,
                s.company(),
                "PIP-" + id.substring(0, 8).toUpperCase(Locale.ROOT),
                status(s),
                Tier.valueOf(s.tier().name()),
                LINES,
                s.memberSince(),
                s.reasonCode().name());
        status.apply(
                new Revision(Revision.MEMBERSHIP + id, version, s.effectiveAt(), recordedAt, wiring.announced(fact)));
    }

    /**
     * What a company is granted at one moment.
     *
     * @param any                at least one benefit
     * @param reducedExamination one of those that an undecided case about security pauses
     */
    record Granted(boolean any, boolean reducedExamination) {}

    Granted granted(String bn9, Instant at) {
        var millis = at.toEpochMilli();
        Policy policy = status.policies().at(millis);
        var answer = EligibilityRules.one(new Question.Item("BN9", bn9), null, policy, status, millis, 0)
                .answer();
        var reduced = answer.benefits().stream()
                .anyMatch(b -> b.benefit() == Benefit.REDUCED_EXAMINATION && b.outcome() == Outcome.ELIGIBLE);
        return new Granted(answer.outcome() == Outcome.ELIGIBLE, reduced);
    }

    private static MembershipStatus status(Membership.Snapshot s) {
        var status = MembershipStatus.named(s.state().name());
        return status == MembershipStatus.ACTIVE && !s.pausedBy().isEmpty() ? MembershipStatus.BENEFITS_PAUSED : status;
    }
}
