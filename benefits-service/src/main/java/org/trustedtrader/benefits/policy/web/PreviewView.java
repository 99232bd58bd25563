package org.trustedtrader.benefits.policy.web;

import java.time.Instant;
import java.util.List;
import org.trustedtrader.benefits.policy.PolicyPreview;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Condition;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Role;

/** What a version would change, as an approver reads it. */
record PreviewView(
        String version,
        String comparedWith,
        Instant effectiveFrom,
        List<EffectView> traders,
        PortsView ports,
        List<RuleView> crossings,
        List<ModeView> modes) {

    /** Lines of business that begin or cease to fit a mode. */
    record ModeView(Mode mode, List<String> added, List<String> removed) {}

    /** Numbers of traders for one benefit in one part: those that gain it, lose it, have it either way. */
    record EffectView(Benefit benefit, Role part, long gain, long lose, long keep) {}

    record PortsView(List<String> added, List<String> removed, List<String> changed) {}

    record RuleView(
            Benefit benefit, boolean atCrossing, List<Condition> conditionsAdded, List<Condition> conditionsRemoved) {}

    static PreviewView of(PolicyPreview preview) {
        return new PreviewView(
                preview.version(),
                preview.comparedWith(),
                preview.effectiveFrom(),
                preview.effects().stream()
                        .map(e -> new EffectView(e.benefit(), e.role(), e.gain(), e.lose(), e.keep()))
                        .toList(),
                new PortsView(
                        preview.ports().added(),
                        preview.ports().removed(),
                        preview.ports().changed()),
                preview.rules().stream()
                        .map(r -> new RuleView(r.benefit(), r.atCrossing(), r.conditionsAdded(), r.conditionsRemoved()))
                        .toList(),
                preview.modes().stream()
                        .map(m -> new ModeView(m.mode(), m.added(), m.removed()))
                        .toList());
    }
}
