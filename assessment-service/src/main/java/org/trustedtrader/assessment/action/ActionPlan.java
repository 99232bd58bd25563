package org.trustedtrader.assessment.action;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.platform.refusal.Refusal;

/** All corrective actions of one assessment, in the order in which they were proposed; none is ever removed. */
public final class ActionPlan {

    private final Map<String, CorrectiveAction> actions = new LinkedHashMap<>();

    public ActionPlan(List<CorrectiveAction> actions) {
        actions.forEach(action -> this.actions.put(action.id(), action));
    }

    public List<CorrectiveAction> all() {
        return List.copyOf(actions.values());
    }

    public CorrectiveAction find(String id) {
        CorrectiveAction action = actions.get(id);
        if (action == null) {
            throw new Refusal.NotFound("corrective action");
        }
        return action;
    }

    /** The one proposed last for that criterion there. */
    public CorrectiveAction latestFor(ScopedCriterion criterion) {
        return actions.values().stream()
                .filter(action -> action.about().equals(criterion))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refusal.NotFound("corrective action"));
    }

    /** The id is the criterion's with a number: the second action for {@code A3CHY}, wherever it is, is {@code A3CHY-2}. */
    public CorrectiveAction propose(Criterion criterion, Scope scope, String weakness, LocalDate dueOn) {
        long earlier = actions.values().stream()
                .filter(action -> action.criterion().equals(criterion.id()))
                .count();
        var action = CorrectiveAction.proposed(criterion.id() + "-" + (earlier + 1), criterion, scope, weakness, dueOn);
        actions.put(action.id(), action);
        return action;
    }

    /** @return the action as it was before */
    public CorrectiveAction change(String id, UnaryOperator<CorrectiveAction> verb) {
        CorrectiveAction before = find(id);
        actions.put(id, verb.apply(before));
        return before;
    }

    /** What is asked no more is not owed. */
    public void keepAsked(Predicate<ScopedCriterion> asked) {
        actions.replaceAll((id, action) -> action.asked(asked.test(action.about())));
    }

    /** Whether there is a plan and the company has agreed every action of it that is still asked. */
    public boolean isAgreed() {
        var owed = actions.values().stream().filter(CorrectiveAction::asked).toList();
        return !owed.isEmpty() && owed.stream().noneMatch(action -> action.state() == CorrectiveAction.State.PROPOSED);
    }

    public boolean hasOpenFor(ScopedCriterion criterion) {
        return actions.values().stream().anyMatch(action -> action.about().equals(criterion) && action.isOpen());
    }

    /** For criteria that must be met and are asked, verified or not. */
    public List<CorrectiveAction> musts() {
        return actions.values().stream()
                .filter(action -> action.level() == Level.MUST && action.asked())
                .toList();
    }

    public int openMusts() {
        return (int) musts().stream().filter(CorrectiveAction::isOpen).count();
    }
}
