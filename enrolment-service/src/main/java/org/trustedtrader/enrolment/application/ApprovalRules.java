package org.trustedtrader.enrolment.application;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** What stands between a file and its decision. */
final class ApprovalRules {

    /** The merits of a file; each rule's name is the field of its violation. */
    private static final List<Rule> MERITS = List.of(
            // An assessment that was opened again has to be completed again first.
            new Rule(
                    "AssessmentCompleted",
                    review -> review.findings().assessmentCompleted(),
                    review -> Message.of("enrolment.approval.assessment-not-completed")),
            // Every corrective action for a criterion that must be met is done and verified.
            new Rule(
                    "NoOpenMustActions",
                    review -> review.findings().openMustActions() == 0,
                    review -> Message.of(
                            "enrolment.approval.must-actions-open",
                            review.findings().openMustActions())),
            // A high risk is approved only with a plan that the company has agreed.
            new Rule(
                    "ActionPlanAgreed",
                    review -> !review.findings().needsTwoApprovers()
                            || review.findings().actionPlanAgreed(),
                    review -> Message.of("enrolment.approval.action-plan-not-agreed")),
            // Full benefit is never granted before a satisfactory validation of every site that is visited.
            new Rule(
                    "ValidationSatisfactory",
                    review -> review.findings().validation() == VisitReport.Outcome.SATISFACTORY,
                    ApprovalRules::notSatisfactory),
            // A visit that is still open may find something.
            new Rule(
                    "NoOpenVisits",
                    review -> review.findings().openVisits().isEmpty(),
                    review -> Message.of(
                            "enrolment.approval.visits-open", review.findings().openVisits())),
            new Rule(
                    "VettingClear",
                    ApprovalRules::vettedWithoutConcerns,
                    review -> Message.of("enrolment.approval.vetting-concerns")),
            // Nothing is decided while the company still owes an answer.
            new Rule(
                    "NoOpenQuestion",
                    review -> review.openQuestion().isEmpty(),
                    review -> Message.of("enrolment.approval.question-open")));

    private ApprovalRules() {}

    private record Rule(String name, Predicate<Review> met, Function<Review, Message> objection) {

        Optional<Violation> violation(Review review) {
            return met.test(review) ? Optional.empty() : Optional.of(new Violation(name, objection.apply(review)));
        }
    }

    /** Refuses as {@code approval-refused}, with every objection at once. */
    static void requireMerits(Review review) {
        var objections = objections(review);
        if (!objections.isEmpty()) {
            throw new Refusal.RuleBroken("approval-refused", Message.of("enrolment.approval.refused"), objections);
        }
    }

    /** Refuses as {@code approval-on-hold}, without the officers' findings, because the company receives the refusal. */
    static void requireStillMerited(Review review) {
        if (!objections(review).isEmpty()) {
            throw new Refusal.RuleBroken("approval-on-hold", Message.of("enrolment.approval.on-hold"));
        }
    }

    private static boolean vettedWithoutConcerns(Review review) {
        var vetting = review.vetting();
        return vetting != null && vetting.outcome() == Vetting.Outcome.CLEAR && !review.hasConcerns();
    }

    private static Message notSatisfactory(Review review) {
        var sites = review.findings().unsatisfactorySites();
        var missing = review.findings().sitesToVisit();
        if (!sites.isEmpty()) {
            return Message.of("enrolment.approval.sites-not-satisfactory", sites);
        }
        return missing.isEmpty()
                ? Message.of("enrolment.approval.validation-not-satisfactory")
                : Message.of("enrolment.approval.sites-not-visited", missing);
    }

    /** What speaks against an approval as the file stands; empty if nothing does. */
    static List<Violation> objections(Review review) {
        return MERITS.stream()
                .map(rule -> rule.violation(review))
                .flatMap(Optional::stream)
                .toList();
    }
}
