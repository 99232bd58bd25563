package org.trustedtrader.enrolment.application;

import java.util.Optional;

/** The vetting of the company, one of the two tracks of a review, ended without concerns. */
final class VettingClear implements ApprovalPolicy {

    @Override
    public Optional<String> objection(Review review, String approver) {
        var vetting = review.vetting();
        return vetting != null && vetting.outcome() == Vetting.Outcome.CLEAR
                ? Optional.empty()
                : Optional.of("The vetting of the company raised concerns.");
    }
}
