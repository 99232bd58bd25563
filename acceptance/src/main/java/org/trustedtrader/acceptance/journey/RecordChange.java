package org.trustedtrader.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A member changes its legal name, which two officers look at, and its carrier code, which the border switches at one moment.
 * In the end it has its old code again.
 */
final class RecordChange {

    private static final String NEW_NAME = "Maple Leaf Logistics Ltd.";
    private static final Map<String, String> SOURCE = Map.of("source", "Register of carrier codes");

    /**
     * Who looks at a change.
     *
     * @param insider an officer with every role, who tries to decide alone
     */
    record Officers(Api intake, Api insider, Api approver) {}

    private final Trader trader;
    private final Trader importer;
    private final Officers officers;
    private final Border oldBorder;
    private final Border newBorder;
    private final String oldCode;
    private final String newCode;
    private @Nullable String report;
    private @Nullable Instant switchedAt;

    /** @param borders the border that asks about the truck under the old and under the new carrier code */
    RecordChange(Trader trader, Trader importer, Officers officers, List<String> codes, List<Border> borders) {
        this.trader = trader;
        this.importer = importer;
        this.officers = officers;
        this.oldCode = codes.getFirst();
        this.newCode = codes.getLast();
        this.oldBorder = borders.getFirst();
        this.newBorder = borders.getLast();
    }

    String insider() {
        return officers.insider().who();
    }

    String intake() {
        return officers.intake().who();
    }

    String approver() {
        return officers.approver().who();
    }

    Outcome isMadeToTheName() {
        var record = (ObjectNode)
                trader.owner().get(trader.companyPath()).expect(200).body();
        var before = record.path("legalName").asString();
        trader.owner()
                .change(trader.companyPath(), "", record.put("legalName", NEW_NAME))
                .expect(200);
        var opened = first("/v1/change-reports?state=REPORTED&company=" + trader.businessNumber());
        report = "/v1/change-reports/" + opened.path("changeReportId").asString();
        return Outcome.of(
                "the record says " + NEW_NAME + " at once; a change report is REPORTED by itself, with the old name "
                        + before + ", due on " + opened.path("dueOn").asString());
    }

    Outcome isNotDecidedByOneOfficer() {
        officers.insider()
                .intend(report(), "triage", Map.of("recommendation", "NO_EFFECT", "note", "The owners are the same."))
                .expect(200);
        var refusal = officers.insider()
                .intend(report(), "decision", decision())
                .expectProblem(409, "decided-by-someone-else");
        return Outcome.of("refused: " + refusal.text("detail"));
    }

    Outcome isDecided() {
        var decided =
                officers.approver().intend(report(), "decision", decision()).expect(200);
        return Outcome.of("the change has " + decided.text("state") + " on the membership");
    }

    Outcome isMadeToTheCode() {
        trader.owner()
                .intend(trader.companyPath(), "identifiers", Map.of("scheme", "CARRIER_CODE", "number", newCode))
                .expect(201, 200);
        if (newBorder.admits(soon())) {
            throw new UnexpectedResponseException("A code that nobody confirmed opens the lane");
        }
        return Outcome.of(newCode + " is claimed; the border knows " + oldCode + " only");
    }

    Outcome takesEffectAtTheBorder() {
        switchedAt = confirmed(newCode);
        newBorder.seesTheTruck(Border.ELIGIBLE);
        oldBorder.seesTheTruck(Border.INELIGIBLE);
        oldBorder.remembers(switchedAt.minusMillis(1), Border.ELIGIBLE);
        newBorder.remembers(switchedAt.minusMillis(1), Border.INELIGIBLE);
        oldBorder.remembers(switchedAt, Border.INELIGIBLE);
        newBorder.remembers(switchedAt, Border.ELIGIBLE);
        return Outcome.of("at " + switchedAt + " " + oldCode + " is closed and " + newCode
                + " opens; a millisecond earlier it was the other way round");
    }

    Outcome isTakenBack() {
        trader.owner()
                .intend(trader.companyPath(), "identifiers", Map.of("scheme", "CARRIER_CODE", "number", oldCode))
                .expect(201, 200);
        confirmed(oldCode);
        return oldBorder.seesTheTruck(Border.ELIGIBLE);
    }

    /** A second account of the importer, which grants nothing before an officer has confirmed it. */
    Outcome isAnotherAccount() {
        var account = importer.businessNumber() + "RM0002";
        importer.owner()
                .intend(importer.companyPath(), "identifiers", Map.of("scheme", "BN15", "number", account))
                .expect(201, 200);
        var before = oldBorder.finds("BN15", account, "INELIGIBLE");
        officers.intake()
                .intend(importer.companyPath() + "/identifiers/bn15/" + account, "confirmation", SOURCE)
                .expect(200);
        var after = oldBorder.finds("BN15", account, "ELIGIBLE");
        return Outcome.of("claimed: " + before.result() + "\nconfirmed: " + after.result());
    }

    /** @return from when it counts */
    private Instant confirmed(String code) {
        var confirmed = officers.intake()
                .intend(trader.companyPath() + "/identifiers/carrier-code/" + code, "confirmation", SOURCE)
                .expect(200);
        return Instant.parse(confirmed.text("decidedAt"));
    }

    private Instant soon() {
        return oldBorder.now().plus(Duration.ofMinutes(10));
    }

    private String report() {
        return Objects.requireNonNull(report);
    }

    private static Map<String, Object> decision() {
        var decision = new HashMap<String, Object>();
        decision.put("outcome", "NO_EFFECT");
        decision.put("reason", "The owners, sites and people are the same.");
        decision.put("legalBasis", "PIP memorandum D23-1-1, changes");
        return decision;
    }

    private JsonNode first(String list) {
        return Polling.until(
                        list,
                        Polling.SOON,
                        () -> officers.intake().get(list).expect(200).items("items"),
                        items -> !items.isEmpty())
                .value()
                .getFirst();
    }
}
