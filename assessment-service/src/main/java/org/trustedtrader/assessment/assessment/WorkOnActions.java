package org.trustedtrader.assessment.assessment;

import java.time.Clock;
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
                assessment -> assessment.proposeAction(criterion, weakness, rules, command.actor(), clock.instant()));
    }

    public Assessment take(String id, String action, ActionStep step, Command command) {
        return assessments.change(
                id, command, assessment -> assessment.act(action, step, command.actor(), clock.instant()));
    }
}
