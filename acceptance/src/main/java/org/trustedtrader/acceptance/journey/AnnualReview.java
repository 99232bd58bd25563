package org.trustedtrader.acceptance.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.Reply;
import tools.jackson.databind.JsonNode;

/** The review of a member's first year: some evidence has expired meanwhile, is renewed, and the review is accepted. */
final class AnnualReview {

    private static final int DAYS_BEFORE_THE_END = 20;

    private final Trader trader;
    private final SecurityProfile profile;
    private final Api assessor;
    private final Api manager;
    private final ProgrammeTime time;
    private @Nullable String path;

    AnnualReview(Trader trader, SecurityProfile profile, Api assessor, Api manager, ProgrammeTime time) {
        this.trader = trader;
        this.profile = profile;
        this.assessor = assessor;
        this.manager = manager;
        this.time = time;
    }

    String assessor() {
        return assessor.who();
    }

    String manager() {
        return manager.who();
    }

    /** Until shortly before the year ends; by then the evidence of the application has expired. */
    Outcome comes() {
        var memberSince =
                LocalDate.parse(manager.get(trader.membershipPath()).expect(200).text("memberSince"));
        var day = memberSince.plusYears(1).minusDays(DAYS_BEFORE_THE_END);
        return time.moveTo(day.atStartOfDay(ProgrammeTime.PROGRAMME_ZONE).toInstant());
    }

    Outcome isFound() {
        var found = first("/v1/annual-reviews?state=OPEN&membership=" + trader.application());
        path = "/v1/annual-reviews/" + found.path("reviewId").asString();
        var owed = first("/v1/obligations?kind=ANNUAL_REVIEW&state=OPEN&membership=" + trader.application());
        return Outcome.of("the review is OPEN and owed by " + owed.path("dueOn").asString() + ", turn of the "
                + owed.path("turn").asString());
    }

    Outcome isSubmittedTooEarly() {
        var refusal = submit().expectProblem(409, "review-incomplete");
        return Outcome.of("refused: " + refusal.violations().size() + " things are missing, first "
                        + refusal.violations().getFirst())
                .with("missing", refusal.violations().size());
    }

    Outcome isAffirmed() {
        var checklist = read().at("checklist");
        var statements = checklist
                .path("criteria")
                .valueStream()
                .map(item -> item.path("criterion"))
                .map(criterion -> Map.of(
                        "criterion",
                        criterion.path("id").asString(),
                        "statement",
                        "AFFIRMED",
                        "scope",
                        criterion.path("scope").asString("company")))
                .toList();
        trader.owner()
                .intend(path(), "affirmations", Map.of("affirmations", statements))
                .expect(200);
        var lists = checklist.path("lists").valueStream().toList();
        for (var list : lists) {
            trader.owner()
                    .intend(
                            path(),
                            "confirmations",
                            Map.of(
                                    "list", list.path("list").asString(),
                                    "recordVersion", list.path("recordVersion").asString()))
                    .expect(200);
        }
        return Outcome.of(statements.size()
                        + " answers affirmed, those of each site for itself; sites, contacts and partners confirmed")
                .with("affirmed", statements.size());
    }

    Outcome lacksEvidence() {
        var refusal = submit().expectProblem(409, "review-incomplete");
        return Outcome.of("refused: " + refusal.violations().size() + " criteria have no evidence that counts, first "
                        + refusal.violations().getFirst())
                .with("expired", refusal.violations().size());
    }

    Outcome renewsTheEvidence() {
        return profile.attachesEvidence(time.today());
    }

    Outcome isSubmitted() {
        var submitted = submit().expect(200);
        return Outcome.of("the review is " + submitted.text("state"));
    }

    Outcome isReturned() {
        var items = List.of(Map.of("item", "CONTACTS", "reason", "Is the security contact still the same person?"));
        var returned = assessor.intend(path(), "return", Map.of("items", items)).expect(200);
        return Outcome.of("the review is " + returned.text("state") + " with a reason, and the company has until "
                + returned.text("dueOn"));
    }

    Outcome isCompleted() {
        var version = read().at("checklist/lists")
                .valueStream()
                .filter(list -> list.path("list").asString().equals("CONTACTS"))
                .map(list -> list.path("recordVersion").asString())
                .findFirst()
                .orElseThrow();
        trader.owner()
                .intend(path(), "confirmations", Map.of("list", "CONTACTS", "recordVersion", version))
                .expect(200);
        return isSubmitted();
    }

    Outcome isAccepted() {
        var accepted = assessor.intend(path(), "acceptance", Map.of("note", "Complete."))
                .expect(200);
        return Outcome.of("the review is " + accepted.text("state"));
    }

    Outcome isMet() {
        first("/v1/obligations?kind=ANNUAL_REVIEW&state=MET&membership=" + trader.application());
        var cases = manager.get("/v1/compliance-cases?state=OPENED&membership=" + trader.application())
                .expect(200)
                .items("items");
        return Outcome.of("the obligation is MET, and " + cases.size() + " case(s) are open");
    }

    private Reply submit() {
        return trader.owner().intend(path(), "submission", null);
    }

    private Reply read() {
        return trader.owner().get(path()).expect(200);
    }

    private String path() {
        return Objects.requireNonNull(path, "the review has not been found yet");
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
