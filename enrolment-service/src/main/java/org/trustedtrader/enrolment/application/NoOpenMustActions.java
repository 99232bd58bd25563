package org.trustedtrader.enrolment.application;

import java.util.Optional;

/** Every corrective action for a criterion that must be met is done and verified. */
final class NoOpenMustActions implements ApprovalPolicy {

    @Override
    public Optional<String> objection(Review review, String approver) {
        int open = review.findings().openMustActions();
        return open == 0
                ? Optional.empty()
                : Optional.of("Corrective actions for criteria that must be met are still open: " + open + ".");
    }
}
