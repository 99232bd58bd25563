package org.trustedtrader.enrolment.application;

import java.util.Optional;

/** Who has to act next. */
public enum Turn {
    APPLICANT,
    PROGRAMME,
    NOBODY;

    static Turn of(MembershipApplication.Snapshot application, ApplicationReports reports) {
        var open = !application.state().endedWithoutMembership();
        if (open && application.review().openQuestion().isPresent()) {
            return APPLICANT;
        }
        return switch (application.state()) {
            case DRAFT, RETURNED_INCOMPLETE, INTENT_TO_DENY, APPROVED_PENDING_TERMS -> APPLICANT;
            case ACCEPTED, IN_REVIEW -> reports.profileWithApplicant() ? APPLICANT : PROGRAMME;
            case VALIDATION_PENDING -> reports.visitWithApplicant() ? APPLICANT : PROGRAMME;
            case SUBMITTED, COMPLETENESS_CHECK, VALIDATED, DECISION, INFORMAL_REVIEW -> PROGRAMME;
            case APPROVED, DENIED, WITHDRAWN, LAPSED -> NOBODY;
        };
    }

    /**
     * Why the clock has to stand still for something that the company does outside its application: nobody else can act
     * then. While the company is not vetted, or another visit waits for an officer, the clock runs.
     */
    static Optional<Pause.Reason> stopsClock(ApplicationState state, Review review, ApplicationReports reports) {
        if (review.openQuestion().isPresent()) {
            return Optional.empty();
        }
        return switch (state) {
            case ACCEPTED, IN_REVIEW ->
                reports.profileWithApplicant() && review.vetting() != null
                        ? Optional.of(Pause.Reason.SECURITY_PROFILE)
                        : Optional.empty();
            case VALIDATION_PENDING ->
                reports.visitWithApplicant() && !reports.visitWithProgramme()
                        ? Optional.of(Pause.Reason.VISIT)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
