package org.trustedtrader.enrolment.application;

import java.util.Optional;

/** Nothing is decided while the company still owes an answer. */
final class NoOpenQuestion implements ApprovalPolicy {

    @Override
    public Optional<String> objection(Review review, String approver) {
        return review.openQuestion().map(question -> "The company has not answered the request for information yet.");
    }
}
