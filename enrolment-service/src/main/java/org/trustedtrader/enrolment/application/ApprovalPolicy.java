package org.trustedtrader.enrolment.application;

import java.util.Optional;

/** A rule that an approval has to meet. */
@FunctionalInterface
interface ApprovalPolicy {

    /** Why the file may not be approved by that officer, or empty if this rule lets it through. */
    Optional<String> objection(Review review, String approver);
}
