package org.trustedtrader.assessment.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.platform.aggregate.Command;

/** Corrective actions: the company agrees, starts and submits; officers propose, verify, reject and extend. */
public final class WorkOnActions {

    private final Assessments assessments;
    private final AssessmentRules rules;
    private final Clock clock;

    public WorkOnActions(Assessments assessments, AssessmentRules rules, Clock clock) {
        this.assessments = assessments;
        this.rules = rules;
        this.clock = clock;
    }

    public Assessment propose(String id, String criterion, String weakness, Command command) {
        return assessments.change(
                id,
                command,
                assessment ->
                        assessment.proposeAction(criterion, weakness, rules, command.actor(), clock.instant()));
    }

    public Assessment agree(String id, String action, String ownerFunction, String plan, Command command) {
        return byCompany(id, action, "action-agreed", a -> a.agree(ownerFunction, plan), command);
    }

    public Assessment start(String id, String action, Command command) {
        return byCompany(id, action, "action-started", CorrectiveAction::start, command);
    }

    public Assessment submit(String id, String action, String outcome, Command command) {
        return byCompany(id, action, "action-submitted", a -> a.submit(outcome, today()), command);
    }

    public Assessment verify(String id, String action, String comment, Command command) {
        return byOfficer(id, action, "action-verified", a -> a.verify(comment), command);
    }

    public Assessment reject(String id, String action, String comment, Command command) {
        return byOfficer(id, action, "action-rejected", a -> a.reject(comment), command);
    }

    public Assessment extend(String id, String action, LocalDate dueOn, String reason, Command command) {
        return byOfficer(id, action, "action-extended", a -> a.extend(dueOn, reason, today()), command);
    }

    private Assessment byCompany(
            String id, String action, String name, UnaryOperator<CorrectiveAction> verb, Command command) {
        return assessments.change(
                id,
                command,
                assessment -> assessment.companyActs(action, name, verb, command.actor(), clock.instant()));
    }

    private Assessment byOfficer(
            String id, String action, String name, UnaryOperator<CorrectiveAction> verb, Command command) {
        return assessments.change(
                id,
                command,
                assessment -> assessment.officerActs(action, name, verb, command.actor(), clock.instant()));
    }

    private LocalDate today() {
        return AssessmentRules.day(clock.instant());
    }
}
