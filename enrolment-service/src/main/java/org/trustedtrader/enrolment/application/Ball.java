package org.trustedtrader.enrolment.application;

/** Who has to act next. */
public enum Ball {
    APPLICANT,
    PROGRAMME,
    NOBODY;

    static Ball in(MembershipApplication.Snapshot application) {
        if (application.review().openQuestion().isPresent()) {
            return application.state().endedWithoutMembership() ? NOBODY : APPLICANT;
        }
        return switch (application.state()) {
            case DRAFT, RETURNED_INCOMPLETE, INTENT_TO_DENY, APPROVED_PENDING_TERMS -> APPLICANT;
            case APPROVED, DENIED, WITHDRAWN, LAPSED -> NOBODY;
            default -> PROGRAMME;
        };
    }
}
