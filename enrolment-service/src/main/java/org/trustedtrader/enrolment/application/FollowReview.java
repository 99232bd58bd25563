package org.trustedtrader.enrolment.application;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * Moves an application on as far as the reports on its assessment and its visits allow. Safe to run at any time, as
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

    public void take(String applicationId, AssessmentReport report) {
        reports.keep(applicationId, report);
        advance(applicationId);
    }

    public void take(String applicationId, VisitReport report) {
        reports.keep(applicationId, report);
        advance(applicationId);
    }

    /** Takes one step at most; the announcement of a step calls for the next. */
    public void advance(String applicationId) {
        applications.react(
                applicationId,
                application -> application.follow(reports.about(applicationId), PLATFORM, clock.instant()));
    }
}
