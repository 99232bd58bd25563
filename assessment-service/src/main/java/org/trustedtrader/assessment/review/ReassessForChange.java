package org.trustedtrader.assessment.review;

import org.trustedtrader.platform.aggregate.Actor;

/** A change of a member's company was decided to need a new assessment. Safe to repeat, in any order. */
public final class ReassessForChange {

    private static final Actor SELF = Actor.service("assessment");

    private final Assessments assessments;
    private final CompanyClock clock;

    public ReassessForChange(Assessments assessments, CompanyClock clock) {
        this.assessments = assessments;
        this.clock = clock;
    }

    /**
     * A change report as enrolment decided it.
     *
     * @param version      of the report
     * @param membershipId the application's id, which is the assessment's too
     */
    public record ChangeDecision(String changeReportId, long version, String membershipId) {

        String subject() {
            return "enrolment/change-report/" + changeReportId;
        }
    }

    public void after(ChangeDecision decision) {
        assessments.react(
                decision.membershipId(), assessment -> assessment.reassess(decision, SELF, clock.now(assessment)));
    }
}
