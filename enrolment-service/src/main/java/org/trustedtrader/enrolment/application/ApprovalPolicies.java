package org.trustedtrader.enrolment.application;

import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** What stands between a file and its decision. */
final class ApprovalPolicies {

    private static final List<ApprovalPolicy> MERITS = List.of(
            new AssessmentCompleted(),
            new NoOpenMustActions(),
            new ValidationSatisfactory(),
            new VettingClear(),
            new NoOpenQuestion());

    private ApprovalPolicies() {}

    /** Refuses as {@code decided-by-someone-else}; holds for a denial as well as for an approval. */
    static void requireSomeoneElse(Review review, Considerations considerations, String approver) {
        new DecidedBySomeoneElse(considerations).objection(review, approver).ifPresent(reason -> {
            throw new Refusal.RuleBroken("decided-by-someone-else", reason);
        });
    }

    /** Refuses as {@code approval-refused}, with every objection at once. */
    static void requireMerits(Review review, String approver) {
        var objections = objections(review, approver);
        if (!objections.isEmpty()) {
            throw new Refusal.RuleBroken(
                    "approval-refused", "The application cannot be approved as it stands.", objections);
        }
    }

    /** Refuses as {@code approval-on-hold}, without the officers' findings: it is the company that is told. */
    static void requireStillMerited(Review review) {
        if (!objections(review, "").isEmpty()) {
            throw new Refusal.RuleBroken(
                    "approval-on-hold",
                    "The file was taken up again after its approval; the terms cannot be signed until that is settled.");
        }
    }

    private static List<Violation> objections(Review review, String approver) {
        var objections = new ArrayList<Violation>();
        for (var policy : MERITS) {
            policy.objection(review, approver)
                    .ifPresent(reason ->
                            objections.add(new Violation(policy.getClass().getSimpleName(), reason)));
        }
        return objections;
    }
}
