package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.validation.visit.SlotPolicy.Objection;

/** What the closing of a visit has to keep; the refusal names the first rule that is broken. */
final class ClosingRules {

    private static final List<Function<Closing, Optional<Objection>>> ALL = List.of(
            ClosingRules::companyHasResponded,
            ClosingRules::noRequiredActionIsOpen,
            ClosingRules::highRiskRequiresAnAction,
            ClosingRules::unsatisfactoryIsExplained);

    private ClosingRules() {}

    /** The closing that somebody asks for. */
    record Closing(VisitSnapshot visit, Visit.Outcome outcome, String reason, Instant now) {}

    static void mustAllow(Closing closing) {
        ALL.stream().flatMap(rule -> rule.apply(closing).stream()).findFirst().ifPresent(objection -> {
            throw new Refusal.RuleBroken(objection.rule(), objection.reason());
        });
    }

    /** The company responds before its visit is closed, unless it lets the time for a response pass. */
    private static Optional<Objection> companyHasResponded(Closing closing) {
        var visit = closing.visit();
        if (visit.isResponseOverdue(closing.now())) {
            return Optional.empty();
        }
        long awaited = visit.findings().awaitingResponse();
        if (awaited == 0 && visit.state() == VisitState.RESPONSE_AWAITED) {
            return Optional.empty();
        }
        var lastDay = visit.respondBy().orElseThrow();
        return Optional.of(new Objection(
                "response-awaited",
                visit.state() == VisitState.REPORT_ISSUED
                        ? Message.of("validation.closing.not-acknowledged", lastDay)
                        : Message.counted("validation.closing.response-awaited", awaited, lastDay)));
    }

    /** A visit is satisfactory only once every required action is resolved. */
    private static Optional<Objection> noRequiredActionIsOpen(Closing closing) {
        long open = closing.visit().findings().unresolvedActions();
        return closing.outcome() == Visit.Outcome.UNSATISFACTORY || open == 0
                ? Optional.empty()
                : Optional.of(
                        new Objection("required-action-open", Message.of("validation.closing.action-open", open)));
    }

    /** A high risk is not satisfactory without any finding that says what has to change. */
    private static Optional<Objection> highRiskRequiresAnAction(Closing closing) {
        var visit = closing.visit();
        boolean highRisk = visit.overallRisk().filter(RiskLevel.HIGH::equals).isPresent();
        boolean nothingAsked = visit.findings().all().stream().noneMatch(f -> f.kind() == Finding.Kind.ACTION_REQUIRED);
        return closing.outcome() == Visit.Outcome.SATISFACTORY && highRisk && nothingAsked
                ? Optional.of(new Objection("high-risk-without-action", Message.of("validation.closing.high-risk")))
                : Optional.empty();
    }

    /** An unsatisfactory closing states its reason. */
    private static Optional<Objection> unsatisfactoryIsExplained(Closing closing) {
        return closing.outcome() == Visit.Outcome.UNSATISFACTORY
                        && closing.reason().isBlank()
                ? Optional.of(new Objection("reason-needed", Message.of("validation.closing.reason-needed")))
                : Optional.empty();
    }
}
