package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One rule that the closing of a visit has to keep. */
interface ClosingRule {

    List<ClosingRule> ALL = List.of(
            new CompanyHasResponded(),
            new NoRequiredActionOpen(),
            new RiskIsBearable(),
            new UnsatisfactoryIsExplained());

    Optional<Objection> objection(Closing closing);

    /** The closing that somebody asks for. */
    record Closing(VisitFile visit, Outcome outcome, String reason, Instant now) {}
}
