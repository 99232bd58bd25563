package org.trustedtrader.validation.visit;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * A completed assessment makes the applicant's first visit due, once, however often and in whatever order the news of it
 * and of the application's end arrive.
 */
public final class MakeInitialVisitDue {

    private static final Actor SELF = Actor.service("validation");

    private final Visits visits;
    private final ApplicationProjection applications;
    private final Clock clock;

    public MakeInitialVisitDue(Visits visits, ApplicationProjection applications, Clock clock) {
        this.visits = visits;
        this.applications = applications;
        this.clock = clock;
    }

    /** To be called after the assessment is kept in the projection. */
    public void afterAssessment(String applicationId) {
        var completed = applications.completedAssessment(applicationId);
        if (completed.isEmpty() || applications.ending(applicationId).isPresent()) {
            return;
        }
        var assessment = completed.get();
        visits.createIfAbsent(
                Visit.initial(applicationId, assessment.company(), assessment.risk(), SELF, clock.instant()));
        visits.react(
                Visit.initialId(applicationId),
                visit -> applications
                        .completedAssessment(applicationId)
                        .ifPresent(newest -> visit.rerate(newest.risk(), SELF, clock.instant())));
        // The end may have become known since it was asked for above, and then found no visit to cancel.
        applications.ending(applicationId).ifPresent(state -> cancel(applicationId, state));
    }

    /** To be called after the application's end is kept in the projection. */
    public void afterApplication(String applicationId) {
        applications.ending(applicationId).ifPresent(state -> cancel(applicationId, state));
    }

    private void cancel(String applicationId, String applicationState) {
        visits.react(
                Visit.initialId(applicationId),
                visit -> visit.endWithApplication(applicationState, SELF, clock.instant()));
    }
}
