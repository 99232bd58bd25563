package org.trustedtrader.enrolment.letter;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of letters: each change of an aggregate that touches a right of the company, with what can be done about it and the
 * rule that it rests on where the change itself names none. A change without a row makes no letter.
 */
public enum LetterKind {
    APPLICATION_RETURNED(Aggregates.APPLICATION, "returned", Remedy.CORRECT_APPLICATION, Basis.APPLICATIONS),
    APPLICATION_ACCEPTED(Aggregates.APPLICATION, "accepted", Remedy.NONE, Basis.APPLICATIONS),
    INFORMATION_REQUESTED(Aggregates.APPLICATION, "information-requested", Remedy.ANSWER_QUESTION, Basis.APPLICATIONS),
    SPECIAL_CONSIDERATION(Aggregates.APPLICATION, "consideration-granted", Remedy.NONE, Basis.APPLICATIONS),
    APPROVAL(Aggregates.APPLICATION, "approved", Remedy.SIGN_TERMS, Basis.APPLICATIONS),
    APPROVAL_TAKEN_BACK(Aggregates.APPLICATION, "approval-taken-back", Remedy.NONE, Basis.APPLICATIONS),
    INTENT_TO_DENY(Aggregates.APPLICATION, "intent-to-deny-issued", Remedy.ASK_FOR_INFORMAL_REVIEW, Basis.APPLICATIONS),
    INFORMAL_REVIEW_OPENED(Aggregates.APPLICATION, "informal-review-opened", Remedy.NONE, Basis.APPLICATIONS),
    REVIEW_RESUMED(Aggregates.APPLICATION, "sent-back", Remedy.NONE, Basis.APPLICATIONS),
    DENIAL(Aggregates.APPLICATION, "denied", Remedy.APPLY_AGAIN, Basis.APPLICATIONS),
    LINES_DENIED(Aggregates.APPLICATION, "lines-denied", Remedy.APPLY_AGAIN, Basis.APPLICATIONS),
    LAPSE(Aggregates.APPLICATION, "lapsed", Remedy.APPLY_AGAIN, Basis.APPLICATIONS),

    MEMBERSHIP_STARTED(Aggregates.MEMBERSHIP, "started", Remedy.NONE, Basis.TERMS),
    LINES_ADDED(Aggregates.MEMBERSHIP, "lines-added", Remedy.NONE, Basis.TERMS),
    SUSPENSION(Aggregates.MEMBERSHIP, "suspended", Remedy.OBJECT, Basis.TERMS),
    SUSPENSION_IF_APPEAL_ALLOWED(Aggregates.MEMBERSHIP, "suspended-if-appeal-allowed", Remedy.NONE, Basis.TERMS),
    SUSPENSION_CONFIRMED(Aggregates.MEMBERSHIP, "suspension-confirmed", Remedy.OBJECT, Basis.TERMS),
    SUSPENSION_EXTENDED(Aggregates.MEMBERSHIP, "suspension-extended", Remedy.OBJECT, Basis.TERMS),
    OBJECTION_UPHELD(Aggregates.MEMBERSHIP, "objection-upheld", Remedy.NONE, Basis.TERMS),
    OBJECTION_DISMISSED(Aggregates.MEMBERSHIP, "objection-dismissed", Remedy.ASK_FOR_DECISION, Basis.TERMS),
    REINSTATEMENT(Aggregates.MEMBERSHIP, "reinstated", Remedy.NONE, Basis.TERMS),
    CANCELLATION(Aggregates.MEMBERSHIP, "cancelled", Remedy.APPEAL, Basis.TERMS),
    CANCELLATION_IF_APPEAL_ALLOWED(Aggregates.MEMBERSHIP, "cancelled-if-appeal-allowed", Remedy.NONE, Basis.TERMS),
    CANCELLATION_FINAL(Aggregates.MEMBERSHIP, "cancellation-final", Remedy.APPLY_AGAIN, Basis.TERMS),
    APPEAL_ALLOWED(Aggregates.MEMBERSHIP, "appeal-allowed", Remedy.NONE, Basis.TERMS),
    APPEAL_DISMISSED(Aggregates.MEMBERSHIP, "appeal-dismissed", Remedy.APPLY_AGAIN, Basis.TERMS),
    BENEFITS_PAUSED(Aggregates.MEMBERSHIP, "benefits-paused", Remedy.ASK_FOR_DECISION, Basis.COMPLIANCE),
    BENEFITS_RESUMED(Aggregates.MEMBERSHIP, "benefits-resumed", Remedy.NONE, Basis.COMPLIANCE),
    ACTION_PLAN_AGREED(Aggregates.MEMBERSHIP, "action-plan-agreed", Remedy.NONE, Basis.TERMS),
    ACTION_PLAN_COMPLETED(Aggregates.MEMBERSHIP, "action-plan-completed", Remedy.NONE, Basis.TERMS),
    REVALIDATION_OPENED(Aggregates.MEMBERSHIP, "revalidation-opened", Remedy.COMPLETE_REVALIDATION, Basis.OBLIGATIONS),
    REVALIDATION_COMPLETED(Aggregates.MEMBERSHIP, "revalidated", Remedy.NONE, Basis.OBLIGATIONS),

    CASE_NOTICE(Aggregates.COMPLIANCE_CASE, "opened", Remedy.ANSWER_NOTICE, Basis.COMPLIANCE),
    CASE_DECISION(Aggregates.COMPLIANCE_CASE, "decided", Remedy.SEE_MEMBERSHIP, Basis.COMPLIANCE),
    CASE_DEFAULT(Aggregates.COMPLIANCE_CASE, "lapsed-to-default", Remedy.SEE_MEMBERSHIP, Basis.COMPLIANCE),
    CASE_CLOSED(Aggregates.COMPLIANCE_CASE, "voided", Remedy.NONE, Basis.COMPLIANCE),

    OBLIGATION_EXTENDED(Aggregates.OBLIGATION, "extended", Remedy.NONE, Basis.OBLIGATIONS),
    OBLIGATION_WAIVED(Aggregates.OBLIGATION, "waived", Remedy.NONE, Basis.OBLIGATIONS),

    CHANGE_REPORT_DECIDED(Aggregates.CHANGE_REPORT, "decided", Remedy.EXPLAIN_CHANGE, Basis.CHANGES),

    ANNUAL_REVIEW_OPENED(Aggregates.ANNUAL_REVIEW, "opened", Remedy.COMPLETE_REVIEW, Basis.OBLIGATIONS),
    ANNUAL_REVIEW_ACCEPTED(Aggregates.ANNUAL_REVIEW, "accepted", Remedy.NONE, Basis.OBLIGATIONS),
    ANNUAL_REVIEW_RETURNED(Aggregates.ANNUAL_REVIEW, "returned", Remedy.COMPLETE_REVIEW, Basis.OBLIGATIONS),

    IDENTIFIER_CONFIRMED(Aggregates.COMPANY, "identifier-confirmed", Remedy.NONE, Basis.IDENTIFIERS),
    IDENTIFIER_REFUSED(Aggregates.COMPANY, "identifier-refused", Remedy.CLAIM_AGAIN, Basis.IDENTIFIERS),
    IDENTIFIER_REVOKED(Aggregates.COMPANY, "identifier-revoked", Remedy.CLAIM_AGAIN, Basis.IDENTIFIERS),
    IDENTIFIERS_EXPIRED(Aggregates.COMPANY, "identifiers-expired", Remedy.CLAIM_AGAIN, Basis.IDENTIFIERS);

    /** The kinds of aggregate, as in event subjects. */
    static final class Aggregates {
        static final String APPLICATION = "application";
        static final String MEMBERSHIP = "membership";
        static final String COMPLIANCE_CASE = "compliance-case";
        static final String OBLIGATION = "obligation";
        static final String CHANGE_REPORT = "change-report";
        static final String ANNUAL_REVIEW = "annual-review";
        static final String COMPANY = "company";

        private Aggregates() {}
    }

    /** The rule behind a change that names none itself. */
    enum Basis {
        APPLICATIONS,
        TERMS,
        OBLIGATIONS,
        COMPLIANCE,
        CHANGES,
        IDENTIFIERS;

        String key() {
            return "letter.basis." + Remedy.kebab(name());
        }
    }

    private final String aggregate;
    private final String change;
    private final Remedy remedy;
    private final Basis basis;

    LetterKind(String aggregate, String change, Remedy remedy, Basis basis) {
        this.aggregate = aggregate;
        this.change = change;
        this.remedy = remedy;
        this.basis = basis;
    }

    /** What the company is told of that change, if anything. */
    public static Optional<LetterKind> of(String aggregate, String change) {
        return Arrays.stream(values())
                .filter(kind -> kind.aggregate.equals(aggregate) && kind.change.equals(change))
                .findFirst();
    }

    /** Every kind of aggregate whose changes make letters. */
    public static Stream<String> aggregates() {
        return Arrays.stream(values()).map(kind -> kind.aggregate).distinct();
    }

    public String aggregate() {
        return aggregate;
    }

    public String change() {
        return change;
    }

    public Remedy remedy() {
        return remedy;
    }

    Basis basis() {
        return basis;
    }

    String key(String part) {
        return "letter." + Remedy.kebab(name()) + "." + part;
    }
}
