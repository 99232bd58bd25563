package org.trustedtrader.enrolment.application;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * Moves an application on as far as what was heard of its assessment and its visits allows. Safe to run at any time, as
 * often as one likes: after a report came, and after the application itself changed.
 */
public final class FollowReview {

    private static final Actor PLATFORM = Actor.service("enrolment");

    private final MembershipApplications applications;
    private final ReviewReports reports;
    private final Clock clock;

    public FollowReview(MembershipApplications applications, ReviewReports reports, Clock clock) {
        this.applications = applications;
        this.reports = reports;
        this.clock = clock;
    }

    public void heard(String applicationId, AssessmentReport report) {
        reports.keep(applicationId, report);
        of(applicationId);
    }

    public void heard(String applicationId, VisitReport report) {
        reports.keep(applicationId, report);
        of(applicationId);
    }

    /** Takes one step at most; the announcement of a step calls for the next. */
    public void of(String applicationId) {
        applications.react(
                applicationId,
                application -> application.follow(reports.about(applicationId), PLATFORM, clock.instant()));
    }
}
