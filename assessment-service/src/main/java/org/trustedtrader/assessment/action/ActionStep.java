package org.trustedtrader.assessment.action;

import java.time.LocalDate;
import java.util.function.UnaryOperator;

/**
 * One step of a corrective action.
 *
 * @param name      the past-tense name under which it enters the history
 * @param byCompany whether it is the company's step or an officer's
 */
public record ActionStep(String name, boolean byCompany, UnaryOperator<CorrectiveAction> verb) {

    public static ActionStep agree(String ownerFunction, String plan) {
        return new ActionStep("action-agreed", true, action -> action.agree(ownerFunction, plan));
    }

    public static ActionStep start() {
        return new ActionStep("action-started", true, CorrectiveAction::start);
    }

    public static ActionStep submit(String outcome, LocalDate today) {
        return new ActionStep("action-submitted", true, action -> action.submit(outcome, today));
    }

    public static ActionStep verify(String comment) {
        return new ActionStep("action-verified", false, action -> action.verify(comment));
    }

    public static ActionStep reject(String comment) {
        return new ActionStep("action-rejected", false, action -> action.reject(comment));
    }

    public static ActionStep extend(LocalDate dueOn, String reason, LocalDate today) {
        return new ActionStep("action-extended", false, action -> action.extend(dueOn, reason, today));
    }
}
