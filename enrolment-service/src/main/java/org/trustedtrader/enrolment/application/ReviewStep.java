package org.trustedtrader.enrolment.application;

import static org.trustedtrader.enrolment.application.ApplicationState.*;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The next step of a review, as far as the reports of assessment and validation and the vetting allow one: at most one step
 * at a time, so that every step has its own entry in the history.
 *
 * @param reason why, for officers; empty if the step says it all
 */
record ReviewStep(ApplicationState to, String name, ReviewOutcome findings, String reason) {

    private ReviewStep(ApplicationState to, String name, ReviewOutcome findings) {
        this(to, name, findings, "");
    }

    static Optional<ReviewStep> next(ApplicationState state, Review review, ApplicationReports reports) {
        var findings = reports.findings();
        return switch (state) {
            case ACCEPTED ->
                when(reports.assessmentUnderWay(), new ReviewStep(IN_REVIEW, "review-started", review.findings()));
            case IN_REVIEW ->
                when(
                        reports.assessmentCompleted() && review.vetting() != null,
                        new ReviewStep(VALIDATION_PENDING, "validation-pending", findings));
            case VALIDATION_PENDING -> afterValidation(review, reports, findings);
            case VALIDATED -> Optional.of(new ReviewStep(DECISION, "decision-opened", findings));
            case DECISION, INTENT_TO_DENY, INFORMAL_REVIEW -> updated(state, review, findings);
            case APPROVED_PENDING_TERMS -> contradicting(review, findings);
            default -> Optional.empty();
        };
    }

    /** An approval stands until the terms are signed only while it could be given again. */
    private static Optional<ReviewStep> contradicting(Review review, ReviewOutcome findings) {
        var objections = ApprovalRules.objections(review.finding(findings));
        var reason = objections.stream()
                .map(objection -> objection.message().toString())
                .collect(Collectors.joining(" "));
        return when(!objections.isEmpty(), new ReviewStep(DECISION, "approval-taken-back", findings, reason));
    }

    private static Optional<ReviewStep> afterValidation(
            Review review, ApplicationReports reports, ReviewOutcome findings) {
        if (!reports.assessmentCompleted()) {
            return Optional.of(new ReviewStep(IN_REVIEW, "sent-back", findings));
        }
        return reports.validationDecided()
                ? Optional.of(new ReviewStep(VALIDATED, "validated", findings))
                : updated(VALIDATION_PENDING, review, findings);
    }

    private static Optional<ReviewStep> updated(ApplicationState state, Review review, ReviewOutcome findings) {
        return when(!findings.equals(review.findings()), new ReviewStep(state, "findings-updated", findings));
    }

    private static Optional<ReviewStep> when(boolean condition, ReviewStep step) {
        return condition ? Optional.of(step) : Optional.empty();
    }
}
