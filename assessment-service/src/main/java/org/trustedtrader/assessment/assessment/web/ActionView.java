package org.trustedtrader.assessment.assessment.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.action.ActionState;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.Level;

/** A corrective action as of today. */
record ActionView(
        String id,
        String criterion,
        Level level,
        String weakness,
        ActionState state,
        boolean overdue,
        LocalDate dueOn,
        @Nullable String ownerFunction,
        @Nullable String plan,
        @Nullable String outcome,
        @Nullable String comment,
        @Nullable LocalDate submittedOn,
        int extensions) {

    static ActionView of(CorrectiveAction action, LocalDate today) {
        return new ActionView(
                action.id(),
                action.criterion(),
                action.level(),
                action.weakness(),
                action.state(),
                action.isOverdue(today),
                action.dueOn(),
                action.ownerFunction().orElse(null),
                action.plan().orElse(null),
                action.outcome().orElse(null),
                action.comment().orElse(null),
                action.submittedOn().orElse(null),
                action.extensions());
    }
}
