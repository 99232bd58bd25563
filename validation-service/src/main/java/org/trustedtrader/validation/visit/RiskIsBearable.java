package org.trustedtrader.validation.visit;

import java.util.Optional;

/** A high risk is not satisfactory without any finding that says what has to change. */
final class RiskIsBearable implements ClosingRule {

    @Override
    public Optional<Objection> objection(Closing closing) {
        var visit = closing.visit();
        boolean highRisk = visit.overallRisk().filter(RiskLevel.HIGH::equals).isPresent();
        boolean nothingAsked = visit.findings().all().stream().noneMatch(f -> f.kind() == FindingKind.ACTION_REQUIRED);
        return closing.outcome() == Outcome.SATISFACTORY && highRisk && nothingAsked
                ? Optional.of(new Objection(
                        "high-risk-without-action",
                        "The overall risk is HIGH and no finding requires an action: the outcome cannot be"
                                + " SATISFACTORY."))
                : Optional.empty();
    }
}
