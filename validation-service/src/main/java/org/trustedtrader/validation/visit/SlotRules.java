package org.trustedtrader.validation.visit;

import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** All rules that a slot has to keep: when it is offered, when the company is told, and again when it is agreed on. */
public record SlotRules(List<SlotRule> rules) {

    public SlotRules {
        rules = List.copyOf(rules);
    }

    public List<Objection> objections(SlotQuestion question) {
        return rules.stream().flatMap(rule -> rule.objection(question).stream()).toList();
    }

    /** Refuses unless every slot keeps every rule; the problem is named after the first rule broken and lists all. */
    void mustAllow(List<SlotQuestion> questions) {
        var objections = new ArrayList<Objection>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < questions.size(); i++) {
            for (var objection : objections(questions.get(i))) {
                objections.add(objection);
                violations.add(new Violation("slots[" + i + "]", objection.reason()));
            }
        }
        if (!objections.isEmpty()) {
            var first = objections.getFirst();
            throw new Refusal.RuleBroken(first.rule(), first.reason(), violations);
        }
    }
}
