package org.trustedtrader.assessment.action;

import java.time.LocalDate;

/**
 * One step of a corrective action.
 *
 * @param name      the past-tense name under which it enters the history
 * @param byCompany whether it is the company's step or an officer's
 */
public record ActionStep(String name, boolean byCompany, Verb verb) {

    /** What the step does to the action on a day of the company. */
    @FunctionalInterface
    public interface Verb {

        CorrectiveAction apply(CorrectiveAction action, LocalDate today);
    }

    public static ActionStep agree(String ownerFunction, String plan) {
        return new ActionStep("action-agreed", true, (action, today) -> action.agree(ownerFunction, plan));
    }

    public static ActionStep start() {
        return new ActionStep("action-started", true, (action, today) -> action.start());
    }

    public static ActionStep submit(String outcome) {
        return new ActionStep("action-submitted", true, (action, today) -> action.submit(outcome, today));
    }

    public static ActionStep verify(String comment) {
        return new ActionStep("action-verified", false, (action, today) -> action.verify(comment));
    }

    public static ActionStep reject(String comment) {
        return new ActionStep("action-rejected", false, (action, today) -> action.reject(comment));
    }

    public static ActionStep extend(LocalDate dueOn, String reason) {
        return new ActionStep("action-extended", false, (action, today) -> action.extend(dueOn, reason, today));
    }
}
