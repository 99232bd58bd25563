package org.trustedtrader.enrolment.application;

import java.util.Optional;

/** An assessment that was opened again has to be completed again first. */
final class AssessmentCompleted implements ApprovalPolicy {

    @Override
    public Optional<String> objection(Review review, String approver) {
        return review.findings().assessmentCompleted()
                ? Optional.empty()
                : Optional.of("The assessment of the security profile is not completed.");
    }
}
