package org.trustedtrader.enrolment.application;

import java.util.Optional;

/**
 * Whoever recommends does not decide: the approver took no part in intake, vetting, assessment or validation of the file and
 * exempted it from nothing.
 */
record DecidedBySomeoneElse(Considerations considerations) implements ApprovalPolicy {

    @Override
    public Optional<String> objection(Review review, String approver) {
        if (review.intakeOfficers().contains(approver)) {
            return refused("checked it at intake");
        }
        if (review.vettedBy().contains(approver)) {
            return refused("vetted the company");
        }
        if (considerations.anyGrantedBy(approver)) {
            return refused("granted it a special consideration");
        }
        if (review.findings().assessors().contains(approver)) {
            return refused("assessed its security profile");
        }
        if (review.findings().validators().contains(approver)) {
            return refused("validated it on site");
        }
        return Optional.empty();
    }

    private static Optional<String> refused(String part) {
        return Optional.of("You " + part + "; somebody else has to decide on this application.");
    }
}
