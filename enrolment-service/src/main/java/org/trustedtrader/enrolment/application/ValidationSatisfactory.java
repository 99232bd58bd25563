package org.trustedtrader.enrolment.application;

import java.util.Optional;

/** Full benefit is never granted before a satisfactory validation. */
final class ValidationSatisfactory implements ApprovalPolicy {

    @Override
    public Optional<String> objection(Review review, String approver) {
        return review.findings().validation() == VisitReport.Outcome.SATISFACTORY
                ? Optional.empty()
                : Optional.of("The validation visit did not end satisfactorily.");
    }
}
