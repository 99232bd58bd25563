package org.trustedtrader.validation.visit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * Every area is rated once, every area with a finding is rated, and one that requires an action is at least a medium risk:
 * a failed MUST never is a low one.
 */
final class AreasAreRatedHonestly {

    private AreasAreRatedHonestly() {}

    static void check(List<AreaRisk> areas, Findings findings) {
        var violations = new ArrayList<Violation>();
        var rated = new HashSet<String>();
        for (int i = 0; i < areas.size(); i++) {
            var area = areas.get(i);
            if (!rated.add(area.area())) {
                violations.add(new Violation("areas[" + i + "].area", "is rated twice"));
            }
            if (area.level() == RiskLevel.LOW && findings.requireActionIn(area.area())) {
                violations.add(new Violation(
                        "areas[" + i + "].level", "cannot be LOW: a finding in this area requires an action"));
            }
        }
        findings.all().stream()
                .filter(finding -> !rated.contains(finding.area()))
                .forEach(f -> violations.add(
                        new Violation("areas", "has no rating of " + f.area() + ", where " + f.id() + " was raised")));
        if (areas.isEmpty()) {
            violations.add(new Violation("areas", "must rate at least one area"));
        }
        if (!violations.isEmpty()) {
            throw new Refusal.RuleBroken("areas-not-rated", "The risk per area is incomplete.", violations);
        }
    }
}
