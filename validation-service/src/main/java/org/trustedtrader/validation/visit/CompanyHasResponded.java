package org.trustedtrader.validation.visit;

import java.util.Optional;

/** The company is heard before its visit is closed, unless it lets the time for a response pass. */
final class CompanyHasResponded implements ClosingRule {

    @Override
    public Optional<Objection> objection(Closing closing) {
        var visit = closing.visit();
        if (visit.responseIsOverdue(closing.now())) {
            return Optional.empty();
        }
        long awaited = visit.findings().awaitingResponse();
        if (awaited == 0 && visit.state() == VisitState.RESPONSE_AWAITED) {
            return Optional.empty();
        }
        var missing = visit.state() == VisitState.REPORT_ISSUED
                ? "has not acknowledged the report yet"
                : "has " + awaited + " findings to respond to";
        return Optional.of(new Objection(
                "response-awaited",
                "The company " + missing + "; it has time until "
                        + visit.respondBy().orElseThrow() + "."));
    }
}
