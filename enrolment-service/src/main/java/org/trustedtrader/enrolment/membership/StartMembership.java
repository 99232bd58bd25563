package org.trustedtrader.enrolment.membership;

import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.aggregate.Actor;

/** What the signature under the terms means for a membership: it starts, or its lines of business grow. Safe to repeat. */
public final class StartMembership {

    private static final Actor PLATFORM = Actor.service("enrolment");

    private final Memberships memberships;
    private final Supplier<MembershipRules> rules;
    private final MemberReports reports;
    private final Clock clock;

    public StartMembership(
            Memberships memberships, Supplier<MembershipRules> rules, MemberReports reports, Clock clock) {
        this.memberships = memberships;
        this.rules = rules;
        this.reports = reports;
        this.clock = clock;
    }

    public void from(String applicationId, Membership.Approved approved) {
        var rating = reports.assessment(applicationId)
                .map(MemberReports.AssessmentReport::riskRating)
                .orElse(null);
        memberships.createIfAbsent(
                Membership.start(applicationId, approved, rating, rules.get(), PLATFORM, clock.instant()));
    }

    /**
     * An application of variation was approved and signed.
     *
     * @param variation its id
     * @param version   of the application
     */
    public void vary(String membershipId, String variation, long version, Set<LineOfBusiness> lines) {
        memberships.react(membershipId, m -> m.addLines(variation, version, lines, PLATFORM, clock.instant()));
    }
}
