package org.trustedtrader.assessment.action;

import static org.trustedtrader.assessment.action.CorrectiveAction.State.AGREED;
import static org.trustedtrader.assessment.action.CorrectiveAction.State.IN_PROGRESS;
import static org.trustedtrader.assessment.action.CorrectiveAction.State.PROPOSED;
import static org.trustedtrader.assessment.action.CorrectiveAction.State.REJECTED;
import static org.trustedtrader.assessment.action.CorrectiveAction.State.SUBMITTED;
import static org.trustedtrader.assessment.action.CorrectiveAction.State.VERIFIED;

import java.time.LocalDate;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.platform.aggregate.StateGuard;
import org.trustedtrader.platform.calendar.DateRange;

/**
 * One weakness and its remedy: {@code PROPOSED → AGREED → IN_PROGRESS → SUBMITTED → (VERIFIED | REJECTED →
 * IN_PROGRESS)}.
 *
 * @param weakness      what was found, in the assessor's words or those of the criterion
 * @param ownerFunction the function in the company that answers for it, never a person's name
 * @param outcome       what the company says it has done
 * @param comment       the officer's last word
 * @param extensions    how often an approver has moved the due date
 * @param scope         where the criterion is not met
 * @param asked         whether the criterion is still asked of the company's lines of business; if not, nothing is owed
 */
public record CorrectiveAction(
        String id,
        String criterion,
        Level level,
        String weakness,
        State state,
        LocalDate dueOn,
        Optional<String> ownerFunction,
        Optional<String> plan,
        Optional<String> outcome,
        Optional<String> comment,
        Optional<LocalDate> submittedOn,
        int extensions,
        Scope scope,
        boolean asked) {

    private static final int LONGEST_EXTENSION_YEARS = 2;

    /** Overdue is not a state: it follows from the due date. */
    public enum State {
        PROPOSED,
        AGREED,
        IN_PROGRESS,
        SUBMITTED,
        VERIFIED,
        REJECTED
    }

    static CorrectiveAction proposed(String id, Criterion criterion, Scope scope, String weakness, LocalDate dueOn) {
        return new CorrectiveAction(
                id,
                criterion.id(),
                criterion.level(),
                weakness,
                PROPOSED,
                dueOn,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                scope,
                true);
    }

    /** The company takes it on. */
    public CorrectiveAction agree(String newOwnerFunction, String newPlan) {
        StateGuard.require("agree to the action", state, PROPOSED);
        return new CorrectiveAction(
                id,
                criterion,
                level,
                weakness,
                AGREED,
                dueOn,
                Optional.of(newOwnerFunction),
                Optional.of(newPlan),
                outcome,
                comment,
                submittedOn,
                extensions,
                scope,
                asked);
    }

    public CorrectiveAction start() {
        StateGuard.require("start the action", state, AGREED, REJECTED);
        return in(IN_PROGRESS, outcome, comment, Optional.empty());
    }

    public CorrectiveAction submit(String newOutcome, LocalDate today) {
        StateGuard.require("submit the action", state, IN_PROGRESS);
        return in(SUBMITTED, Optional.of(newOutcome), comment, Optional.of(today));
    }

    public CorrectiveAction verify(String newComment) {
        StateGuard.require("verify the action", state, SUBMITTED);
        return in(VERIFIED, outcome, Optional.of(newComment), submittedOn);
    }

    public CorrectiveAction reject(String newComment) {
        StateGuard.require("reject the action", state, SUBMITTED);
        return in(REJECTED, outcome, Optional.of(newComment), submittedOn);
    }

    /** An approver grants more time: after the old date and today, at most {@value #LONGEST_EXTENSION_YEARS} years from today. */
    public CorrectiveAction extend(LocalDate newDueOn, String reason, LocalDate today) {
        StateGuard.require("extend the action", state, PROPOSED, AGREED, IN_PROGRESS, REJECTED);
        var earliest = (dueOn.isAfter(today) ? dueOn : today).plusDays(1);
        new DateRange(earliest, today.plusYears(LONGEST_EXTENSION_YEARS)).admit("dueOn", newDueOn);
        return new CorrectiveAction(
                id,
                criterion,
                level,
                weakness,
                state,
                newDueOn,
                ownerFunction,
                plan,
                outcome,
                Optional.of(reason),
                submittedOn,
                extensions + 1,
                scope,
                asked);
    }

    CorrectiveAction asked(boolean isAsked) {
        return new CorrectiveAction(
                id,
                criterion,
                level,
                weakness,
                state,
                dueOn,
                ownerFunction,
                plan,
                outcome,
                comment,
                submittedOn,
                extensions,
                scope,
                isAsked);
    }

    public ScopedCriterion about() {
        return new ScopedCriterion(scope, criterion);
    }

    /** Whether something is still owed. */
    public boolean isOpen() {
        return asked && state != VERIFIED;
    }

    /** Past its date without having been handed in by then; one handed in late stays overdue until it is verified. */
    public boolean isOverdue(LocalDate today) {
        LocalDate stoodStill = state == SUBMITTED ? submittedOn.orElse(today) : today;
        return isOpen() && stoodStill.isAfter(dueOn);
    }

    private CorrectiveAction in(
            State newState,
            Optional<String> newOutcome,
            Optional<String> newComment,
            Optional<LocalDate> newSubmittedOn) {
        return new CorrectiveAction(
                id,
                criterion,
                level,
                weakness,
                newState,
                dueOn,
                ownerFunction,
                plan,
                newOutcome,
                newComment,
                newSubmittedOn,
                extensions,
                scope,
                asked);
    }
}
