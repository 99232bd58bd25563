package org.trustedtrader.assessment.action;

import static org.trustedtrader.assessment.action.ActionState.AGREED;
import static org.trustedtrader.assessment.action.ActionState.IN_PROGRESS;
import static org.trustedtrader.assessment.action.ActionState.PROPOSED;
import static org.trustedtrader.assessment.action.ActionState.REJECTED;
import static org.trustedtrader.assessment.action.ActionState.SUBMITTED;
import static org.trustedtrader.assessment.action.ActionState.VERIFIED;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * One weakness and its remedy: {@code PROPOSED → AGREED → IN_PROGRESS → SUBMITTED → (VERIFIED | REJECTED →
 * IN_PROGRESS)}.
 *
 * @param weakness      what was found, in the assessor's words or those of the criterion
 * @param ownerFunction the function in the company that answers for it, never a person's name
 * @param outcome       what the company says it has done
 * @param comment       the officer's last word
 * @param extensions    how often an approver has moved the due date
 */
public record CorrectiveAction(
        String id,
        String criterion,
        Level level,
        String weakness,
        ActionState state,
        LocalDate dueOn,
        Optional<String> ownerFunction,
        Optional<String> plan,
        Optional<String> outcome,
        Optional<String> comment,
        Optional<LocalDate> submittedOn,
        int extensions) {

    static CorrectiveAction proposed(String id, String criterion, Level level, String weakness, LocalDate dueOn) {
        return new CorrectiveAction(
                id,
                criterion,
                level,
                weakness,
                PROPOSED,
                dueOn,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** The company takes it on. */
    public CorrectiveAction agree(String newOwnerFunction, String newPlan) {
        guard("agree to the action", PROPOSED);
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
                extensions);
    }

    public CorrectiveAction start() {
        guard("start the action", AGREED, REJECTED);
        return in(IN_PROGRESS, outcome, comment, Optional.empty());
    }

    public CorrectiveAction submit(String newOutcome, LocalDate today) {
        guard("submit the action", IN_PROGRESS);
        return in(SUBMITTED, Optional.of(newOutcome), comment, Optional.of(today));
    }

    public CorrectiveAction verify(String newComment) {
        guard("verify the action", SUBMITTED);
        return in(VERIFIED, outcome, Optional.of(newComment), submittedOn);
    }

    public CorrectiveAction reject(String newComment) {
        guard("reject the action", SUBMITTED);
        return in(REJECTED, outcome, Optional.of(newComment), submittedOn);
    }

    /** An approver grants more time; the new date must lie after the old one and after today. */
    public CorrectiveAction extend(LocalDate newDueOn, String reason, LocalDate today) {
        guard("extend the action", PROPOSED, AGREED, IN_PROGRESS, REJECTED);
        if (!newDueOn.isAfter(dueOn) || !newDueOn.isAfter(today)) {
            throw new Refusal.InvalidInput(
                    "dueOn", "The new date must lie after today and after the present one, " + dueOn + ".");
        }
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
                extensions + 1);
    }

    public boolean isOpen() {
        return state != VERIFIED;
    }

    /** Past its date without having been handed in by then; one handed in late stays overdue until it is verified. */
    public boolean isOverdue(LocalDate today) {
        LocalDate stoodStill = state == SUBMITTED ? submittedOn.orElse(today) : today;
        return isOpen() && stoodStill.isAfter(dueOn);
    }

    private CorrectiveAction in(
            ActionState newState,
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
                extensions);
    }

    private void guard(String command, ActionState... possibleIn) {
        if (!List.of(possibleIn).contains(state)) {
            throw new Refusal.WrongState(
                    command,
                    state.name(),
                    Arrays.stream(possibleIn).map(Enum::name).collect(Collectors.joining(", ")));
        }
    }
}
