package org.trustedtrader.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Polling;
import tools.jackson.databind.JsonNode;

/** A corrective action that a member leaves undone, from the obligation to the end of its compliance case. */
final class OverdueAction {

    private final Trader trader;
    private final Api assessor;
    private final Api manager;
    private final ProgrammeTime time;
    private final String criterion;
    private @Nullable String action;

    /** @param criterion one that must be met */
    OverdueAction(Trader trader, Api assessor, Api manager, ProgrammeTime time, String criterion) {
        this.trader = trader;
        this.assessor = assessor;
        this.manager = manager;
        this.time = time;
        this.criterion = criterion;
    }

    String assessor() {
        return assessor.who();
    }

    String manager() {
        return manager.who();
    }

    Outcome isProposed() {
        assessor.intend(
                        trader.assessmentPath(),
                        "actions",
                        Map.of("criterion", criterion, "weakness", "The checks are not recorded at one yard."))
                .expect(201);
        var pending = assessor.get(trader.assessmentPath() + "/actions").expect(200).items("items").stream()
                .filter(item -> !item.path("state").asString().equals("VERIFIED"))
                .findFirst()
                .orElseThrow();
        action = pending.path("id").asString();
        return Outcome.of("corrective action " + action + " is due on "
                + pending.path("dueOn").asString());
    }

    Outcome isOwed() {
        var obligation = obligation("OPEN");
        return Outcome.of("obligation " + obligation.path("kind").asString() + " is OPEN, due on "
                + obligation.path("dueOn").asString() + ", turn of the "
                + obligation.path("turn").asString());
    }

    Outcome fallsDue() {
        var dueOn = LocalDate.parse(obligation("OPEN").path("dueOn").asString());
        var moved = time.moveTo(
                dueOn.plusDays(2).atStartOfDay(ProgrammeTime.PROGRAMME_ZONE).toInstant());
        var opened = complianceCase("OPENED");
        return Outcome.of(moved.result() + "\ncase " + opened.path("caseId").asString() + " is OPENED: "
                + opened.path("facts").asString());
    }

    Outcome readsTheNotice() {
        var id = complianceCase("OPENED").path("caseId").asString();
        var notice = trader.owner().get("/v1/compliance-cases/" + id).expect(200);
        return Outcome.of("the notice is " + notice.text("state") + "; an answer is due by "
                + notice.text("answerDueAt") + ", and the membership is suspended if nobody acts");
    }

    Outcome passesInSilence() {
        var answerDueAt = Instant.parse(
                complianceCase("NOTICE_SERVED").path("answerDueAt").asString());
        time.moveTo(answerDueAt);
        var decideBy = Instant.parse(
                complianceCase("ANSWER_PERIOD_OVER").path("decideBy").asString());
        time.moveTo(decideBy.plus(Duration.ofMinutes(1)));
        complianceCase("LAPSED_TO_DEFAULT");
        var member = Polling.until(
                "the membership is SUSPENDED",
                Polling.SOON,
                () -> manager.get(trader.membershipPath()).expect(200),
                m -> m.text("state").equals("SUSPENDED"));
        return Outcome.of("no answer and no decision: the case is LAPSED_TO_DEFAULT, the membership SUSPENDED for "
                        + member.value().text("reasonCode"))
                .after(member.waited());
    }

    Outcome isDoneAtLast() {
        var path = "actions/" + Objects.requireNonNull(action);
        var owner = trader.owner();
        owner.intend(
                        trader.assessmentPath(),
                        path + "/agreement",
                        Map.of("ownerFunction", "Director of security", "plan", "Record the checks at every yard."))
                .expect(200);
        owner.intend(trader.assessmentPath(), path + "/start", null).expect(200);
        owner.intend(trader.assessmentPath(), path + "/submission", Map.of("outcome", "Recorded at every yard."))
                .expect(200);
        assessor.intend(trader.assessmentPath(), path + "/verification", Map.of("comment", "Records seen."))
                .expect(200);
        obligation("MET");
        return Outcome.of("done and verified; the obligation is MET, the suspension stays until two officers lift it");
    }

    private JsonNode obligation(String state) {
        return first("/v1/obligations?kind=MUST_ACTION&state=" + state + "&membership=" + trader.application());
    }

    private JsonNode complianceCase(String state) {
        return first("/v1/compliance-cases?state=" + state + "&membership=" + trader.application());
    }

    private JsonNode first(String list) {
        return Polling.until(
                        list,
                        Polling.SOON,
                        () -> manager.get(list).expect(200).items("items"),
                        items -> !items.isEmpty())
                .value()
                .getFirst();
    }
}
