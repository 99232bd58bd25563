package org.trustedtrader.enrolment.membership;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Actor;

/** A membership starts when the terms are signed; hearing of that twice starts it once. */
public final class StartMembership {

    private static final Actor PLATFORM = Actor.service("enrolment");

    private final Memberships memberships;
    private final MembershipRules rules;
    private final MemberReports reports;
    private final Clock clock;

    public StartMembership(Memberships memberships, MembershipRules rules, MemberReports reports, Clock clock) {
        this.memberships = memberships;
        this.rules = rules;
        this.reports = reports;
        this.clock = clock;
    }

    public void from(String applicationId, Membership.Approved approved) {
        var rating = reports.assessment(applicationId)
                .map(MemberReports.AssessmentReport::riskRating)
                .orElse(null);
        memberships.createIfAbsent(Membership.start(applicationId, approved, rating, rules, PLATFORM, clock.instant()));
    }
}
