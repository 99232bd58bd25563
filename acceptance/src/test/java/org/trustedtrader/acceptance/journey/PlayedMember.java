package org.trustedtrader.acceptance.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.Reply;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;
import org.trustedtrader.simulation.reference.Fact;
import org.trustedtrader.simulation.reference.Province;
import org.trustedtrader.simulation.reference.ReferenceBenefits;
import tools.jackson.databind.JsonNode;

/** A member of the play, with the facts on its file; in a week at most one thing happens to it. */
final class PlayedMember {

    private static final String LAW = "Customs Act, s. 107";
    private static final int STAGES_OF_A_CASE = 5;
    private static final Map<String, String> STAGES = Map.of(
            "OPENED", "OPENED",
            "NOTICE_SERVED", "SERVED",
            "ANSWERED", "ANSWERED",
            "ANSWER_PERIOD_OVER", "PERIOD_OVER",
            "ESCALATED", "WITH_MANAGER");

    /** What a company is granted. @param reducedExamination one of those that an undecided case about security pauses */
    record Granted(boolean any, boolean reducedExamination) {

        static Granted of(JsonNode answer) {
            var reduced = answer.path("benefits")
                    .valueStream()
                    .anyMatch(b -> b.path("benefit").asString().equals("REDUCED_EXAMINATION")
                            && b.path("outcome").asString().equals("ELIGIBLE"));
            return new Granted(answer.path("outcome").asString().equals("ELIGIBLE"), reduced);
        }
    }

    private final Trader trader;
    private final SecurityProfile profile;
    private final String carrierCode;
    private final PlayedOfficers officers;
    private final RandomGenerator random;
    private final double zeal;
    private final ReferenceBenefits reference = new ReferenceBenefits(Province.ON);
    private final Map<String, Long> facts = new TreeMap<>();
    private final StringBuilder story = new StringBuilder();
    private LocalDate today;
    private boolean over;

    PlayedMember(Walk walk, String carrierCode, PlayedOfficers officers, RandomGenerator random) {
        trader = walk.trader();
        profile = new SecurityProfile(trader, "none");
        this.carrierCode = carrierCode;
        this.officers = officers;
        this.random = random;
        zeal = List.of(0.7, 0.3, 0.1, 0.02).get(random.nextInt(4));
        today = LocalDate.parse(
                officers.manager().get(trader.membershipPath()).expect(200).text("memberSince"));
        reference.dayBegins(today);
        fact(new Fact.ProfileAssessed("adam.assessor", false));
        fact(new Fact.TermsSigned());
    }

    static Map<String, Long> done(List<PlayedMember> members) {
        return members.stream()
                .flatMap(member -> member.facts.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    String carrierCode() {
        return carrierCode;
    }

    Granted due() {
        return new Granted(reference.on(), reference.on() && !reference.paused());
    }

    /** The play looks once a week, so that several periods may have ended. */
    void dayBegins(LocalDate day) {
        today = day;
        for (int i = 0; i < STAGES_OF_A_CASE; i++) {
            reference.dayBegins(day);
        }
    }

    void mustHaveTheCasesOfTheReference() {
        Polling.until(
                "the cases are as the reference says: " + reference.stages() + "\n" + story,
                Polling.SOON,
                this::openCases,
                reference.stages()::equals);
    }

    /** By what they are about, in which stage. */
    private Map<String, String> openCases() {
        var open = new TreeMap<String, String>();
        for (var one : cases()) {
            var stage = STAGES.get(one.path("state").asString());
            if (stage != null) {
                open.put(about(one), stage);
            }
        }
        return open;
    }

    private List<JsonNode> cases() {
        return list("/v1/compliance-cases?limit=200&membership=" + trader.application());
    }

    private Optional<JsonNode> openCase() {
        return cases().stream()
                .filter(one -> STAGES.containsKey(one.path("state").asString()))
                .findFirst();
    }

    private String about(JsonNode of) {
        var source = of.path("source").asString();
        return source.startsWith("obligation/")
                ? officers.manager()
                        .get("/v1/obligations/" + source.substring("obligation/".length()))
                        .expect(200)
                        .text("source")
                : source;
    }

    /** At most one thing a week, by the company or by the programme. */
    void act() {
        if (over) {
            return;
        }
        if (random.nextDouble() < zeal && company()) {
            return;
        }
        if (random.nextDouble() < 0.4) {
            programme();
        }
    }

    private boolean company() {
        return switch (random.nextInt(4)) {
            case 0 -> readsOrAnswers() || worksOnAnAction();
            case 1 -> worksOnAnAction() || submitsItsReview();
            case 2 -> submitsItsReview() || readsOrAnswers();
            default -> random.nextDouble() < 0.01 && leaves();
        };
    }

    private boolean leaves() {
        var left = trader.owner().intend(trader.membershipPath(), "withdrawal", Map.of("reason", "We stop."));
        if (left.ok()) {
            fact(new Fact.Withdrew());
            over = true;
        }
        return left.ok();
    }

    private boolean readsOrAnswers() {
        return openCase()
                .map(of -> {
                    var path = "/v1/compliance-cases/" + of.path("caseId").asString();
                    if (of.path("state").asString().equals("OPENED")) {
                        trader.owner().get(path).expect(200);
                        fact(new Fact.NoticeRead(about(of)));
                        return true;
                    }
                    var answered = trader.owner().intend(path, "answer", Map.of("answer", "We did our best."));
                    if (answered.ok()) {
                        fact(new Fact.NoticeAnswered(about(of)));
                    }
                    return answered.ok();
                })
                .orElse(false);
    }

    private boolean worksOnAnAction() {
        for (var action : list(trader.assessmentPath() + "/actions")) {
            var id = action.path("id").asString();
            var step = switch (action.path("state").asString()) {
                case "PROPOSED" ->
                    trader.owner()
                            .intend(
                                    trader.assessmentPath(),
                                    "actions/" + id + "/agreement",
                                    Map.of("ownerFunction", "Security", "plan", "We will do it."));
                case "AGREED", "REJECTED" ->
                    trader.owner().intend(trader.assessmentPath(), "actions/" + id + "/start", null);
                case "IN_PROGRESS" ->
                    trader.owner()
                            .intend(
                                    trader.assessmentPath(),
                                    "actions/" + id + "/submission",
                                    Map.of("outcome", "Done."));
                default -> null;
            };
            if (step != null) {
                step.expect(200);
                if (action.path("state").asString().equals("IN_PROGRESS")) {
                    fact(new Fact.ActionHandedIn(id));
                }
                return true;
            }
        }
        return false;
    }

    private boolean submitsItsReview() {
        var open = list("/v1/annual-reviews?membership=" + trader.application()).stream()
                .filter(r ->
                        List.of("OPEN", "RETURNED").contains(r.path("state").asString()))
                .findFirst();
        if (open.isEmpty()) {
            return false;
        }
        var path = "/v1/annual-reviews/" + open.get().path("reviewId").asString();
        affirm(path, trader.owner().get(path).expect(200).at("checklist"));
        var submitted = trader.owner().intend(path, "submission", null);
        if (!submitted.ok()) {
            submitted.expectProblem(409, "review-incomplete");
            profile.attachesEvidence(today);
            trader.owner().intend(path, "submission", null).expect(200);
        }
        fact(new Fact.ReviewSubmitted(anniversary(open.get()), false));
        return true;
    }

    private void affirm(String path, JsonNode checklist) {
        var statements = checklist
                .path("criteria")
                .valueStream()
                .map(item ->
                        Map.of("criterion", item.path("criterion").path("id").asString(), "statement", "AFFIRMED"))
                .toList();
        trader.owner()
                .intend(path, "affirmations", Map.of("affirmations", statements))
                .expect(200);
        checklist
                .path("lists")
                .valueStream()
                .forEach(list -> trader.owner()
                        .intend(
                                path,
                                "confirmations",
                                Map.of(
                                        "list", list.path("list").asString(),
                                        "recordVersion",
                                                list.path("recordVersion").asString()))
                        .expect(200));
    }

    private static LocalDate anniversary(JsonNode review) {
        return LocalDate.parse(review.path("anniversary").asString());
    }

    private void programme() {
        var member = officers.manager().get(trader.membershipPath()).expect(200);
        switch (member.text("state")) {
            case "ACTIVE" -> active();
            case "SUSPENDED" -> suspended(member);
            default -> {}
        }
    }

    private void active() {
        switch (random.nextInt(5)) {
            case 0 -> suspends();
            case 1 -> asksForAnAction();
            case 2 -> opensACase();
            case 3 -> decidesACase();
            default -> {
                if (!judgesTheReview()) {
                    judgesAnAction();
                }
            }
        }
    }

    private void suspends() {
        if (random.nextDouble() < 0.15) {
            officers.intelligence()
                    .intend(
                            trader.membershipPath(),
                            "suspension",
                            Map.of("reasonCode", "SECURITY_INCIDENT", "note", "A seal.", "legalBasis", LAW))
                    .expect(200);
            fact(new Fact.SuspendedForSafety("iris.intelligence"));
        }
    }

    /** Somebody who may not try first. */
    private void suspended(Reply member) {
        if (decidesACase() || judgesTheReview() || judgesAnAction()) {
            return;
        }
        var grounds = Map.of("reasonCode", "CAUSE_REMEDIED", "note", "It is remedied.", "legalBasis", LAW);
        if (member.at("proposal").isMissingNode() || member.at("proposal").isNull()) {
            officers.assessor()
                    .intend(
                            trader.membershipPath(),
                            "proposal",
                            Map.of(
                                    "kind", "REINSTATEMENT",
                                    "reasonCode", "CAUSE_REMEDIED",
                                    "note", "It is remedied.",
                                    "legalBasis", LAW));
            return;
        }
        for (var officer : List.of(officers.intelligence(), officers.approver(), officers.manager())) {
            if (officer.intend(trader.membershipPath(), "reinstatement", grounds)
                    .ok()) {
                fact(new Fact.Reinstated("adam.assessor", officer.who()));
                return;
            }
        }
    }

    private void asksForAnAction() {
        if (random.nextDouble() < 0.5) {
            return;
        }
        var before = ids(list(trader.assessmentPath() + "/actions"));
        var asked = officers.assessor()
                .intend(
                        trader.assessmentPath(),
                        "actions",
                        Map.of("criterion", "JZB8A", "weakness", "The checks are not recorded at one yard."));
        if (asked.ok()) {
            list(trader.assessmentPath() + "/actions").stream()
                    .filter(action -> !before.contains(action.path("id").asString()))
                    .forEach(action -> fact(new Fact.ActionDue(
                            action.path("id").asString(),
                            LocalDate.parse(action.path("dueOn").asString()))));
        }
    }

    private boolean judgesAnAction() {
        for (var action : list(trader.assessmentPath() + "/actions")) {
            if (action.path("state").asString().equals("SUBMITTED")) {
                var id = action.path("id").asString();
                var good = random.nextDouble() < 0.7;
                officers.assessor()
                        .intend(
                                trader.assessmentPath(),
                                "actions/" + id + (good ? "/verification" : "/rejection"),
                                Map.of("comment", good ? "Seen." : "Not enough."))
                        .expect(200);
                fact(good ? new Fact.ActionVerified(id) : new Fact.ActionRejected(id));
                return true;
            }
        }
        return false;
    }

    private boolean judgesTheReview() {
        var submitted = list("/v1/annual-reviews?state=SUBMITTED&membership=" + trader.application()).stream()
                .findFirst();
        submitted.ifPresent(review -> {
            var path = "/v1/annual-reviews/" + review.path("reviewId").asString();
            if (random.nextDouble() < 0.3) {
                var items = List.of(Map.of("item", "SITES", "reason", "One is missing."));
                officers.assessor()
                        .intend(path, "return", Map.of("items", items))
                        .expect(200);
                fact(new Fact.ReviewReturned(anniversary(review)));
            } else {
                officers.assessor()
                        .intend(path, "acceptance", Map.of("note", "Complete."))
                        .expect(200);
                fact(new Fact.ReviewAccepted(anniversary(review)));
            }
        });
        return submitted.isPresent();
    }

    private void opensACase() {
        if (random.nextDouble() < 0.1) {
            var opened = officers.approver()
                    .post(
                            "/v1/compliance-cases",
                            Map.of(
                                    "membershipId",
                                    trader.application(),
                                    "reasonCode",
                                    "SECURITY_INCIDENT",
                                    "facts",
                                    "The facts.",
                                    "legalBasis",
                                    LAW))
                    .expect(201);
            fact(new Fact.CaseOpened("officer/" + opened.text("caseId"), true, "paul.approver"));
        }
    }

    private boolean decidesACase() {
        var open = openCase();
        if (open.isEmpty() || random.nextDouble() < 0.5) {
            return false;
        }
        var about = about(open.get());
        var path = "/v1/compliance-cases/" + open.get().path("caseId").asString();
        var outcome = random.nextDouble() < 0.5 ? "NO_ACTION" : "SUSPENSION";
        officers.approver().intend(path, "proposal", Map.of("outcome", outcome, "note", "So it seems."));
        for (var officer : List.of(officers.approver(), officers.manager())) {
            var decided = officer.intend(path, "decision", Map.of("outcome", outcome, "legalBasis", LAW));
            if (decided.ok()) {
                fact(new Fact.CaseDecided(about, Fact.Decision.valueOf(outcome), null, officer.who()));
                return true;
            }
        }
        return false;
    }

    private List<JsonNode> list(String path) {
        return officers.manager().get(path).expect(200).items("items");
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.path("id").asString()).toList();
    }

    private void fact(Fact fact) {
        story.append(today).append(' ').append(fact).append('\n');
        facts.merge(fact.getClass().getSimpleName(), 1L, Long::sum);
        try {
            reference.take(fact);
        } catch (RuntimeException broken) {
            throw new UnexpectedResponseException(trader.application() + ": " + broken + "\n" + story);
        }
    }
}
