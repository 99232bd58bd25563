package org.trustedtrader.enrolment.application;

import java.time.Clock;
import java.util.Optional;
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

    /** @param named the application that the visit names; a visit that names none belongs to the one that its company has open */
    public void take(Optional<String> named, VisitReport report) {
        named.or(() -> Optional.ofNullable(report.subject().company()).flatMap(applications::openOf))
                .ifPresent(applicationId -> {
                    reports.keep(applicationId, report);
                    advance(applicationId);
                });
    }

    /** Takes one step at most; the announcement of a step calls for the next. */
    public void advance(String applicationId) {
        applications.react(
                applicationId,
                application -> application.follow(reports.about(applicationId), PLATFORM, clock.instant()));
    }
}
