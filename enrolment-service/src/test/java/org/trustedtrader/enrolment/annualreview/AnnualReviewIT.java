package org.trustedtrader.enrolment.annualreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.freshBusinessNumber;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.enrolment.EnrolmentServiceIT;
import org.trustedtrader.enrolment.OtherServices;
import org.trustedtrader.enrolment.Requests;
import org.trustedtrader.enrolment.StubAssessment;
import org.trustedtrader.enrolment.StubAssessment.Criterion;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipRules;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** The review of a member whose first year ends in 80 days, on real events, days and the database. */
@EnrolmentServiceIT
class AnnualReviewIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SINCE_START = Duration.ofDays(285);
    private static final TestTokens ASSESSOR = TestTokens.user("adam").roles("assessor");
    private static final TestTokens MANAGER = TestTokens.user("morgan").roles("programme-manager");

    private final Http http;
    private final Memberships memberships;
    private final MembershipRules rules;
    private final Clock clock;
    private final MongoDatabase database;
    private final OtherServices others;
    private final String company = freshBusinessNumber();
    private final String id = UUID.randomUUID().toString();
    private final TestTokens owner =
            TestTokens.user("owner-" + company).roles("account-owner").company(company);
    private final TestTokens fullUser =
            TestTokens.user("full-" + company).roles("full-user").company(company);

    private StubAssessment.Profile profile = StubAssessment.running().profile(id, List.of("c1", "c2"));
    private String review = "";

    AnnualReviewIT(
            Http http,
            Memberships memberships,
            MembershipRules rules,
            Clock clock,
            MongoDatabase database,
            RabbitTemplate broker,
            BrokerProperties rabbit) {
        this.http = http;
        this.memberships = memberships;
        this.rules = rules;
        this.clock = clock;
        this.database = database;
        this.others = new OtherServices(broker, rabbit);
    }

    @BeforeEach
    void aMemberWhoseReviewOpens() {
        http.post("/v1/companies").by(owner).json(Requests.company(company)).send();
        startMembership(id);
        passDays(1);
        review = "/v1/annual-reviews/" + field(awaitReview(), "reviewId");
        awaitObligation("OPEN", "COMPANY");
    }

    @Test
    void aReviewWithExpiredEvidenceEndsWell() {
        profile.with("c2", Criterion.EXPIRED);
        var item = read(owner).json().path("checklist").path("criteria").path(1);
        assertThat(field(item, "gap")).isEqualTo("NOT_AFFIRMED");
        assertThat(field(obligation(), "dueOn")).isEqualTo(field(read(owner).json(), "anniversary"));

        assertThat(missing(submit())).containsExactly("c1", "c2", "SITES", "CONTACTS", "PARTNERS");
        good(affirm(fullUser, "c1", "c2"));
        confirmEverything();
        var refused = submit();
        assertThat(refused.problem()).isEqualTo("review-incomplete");
        assertThat(missing(refused)).containsExactly("c2");

        profile.with("c2", Criterion.GOOD);
        assertThat(field(good(submit()).json(), "state")).isEqualTo("SUBMITTED");
        awaitObligation("OPEN", "PROGRAMME");
        assertThat(field(good(act("acceptance", ASSESSOR, Map.of())).json(), "state"))
                .isEqualTo("ACCEPTED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(field(obligation(), "state")).isEqualTo("MET"));
        assertThat(names(history()))
                .containsSubsequence("opened", "affirmed", "list-confirmed", "submitted", "accepted");
    }

    @Test
    void aListThatMovedIsConfirmedAgain() {
        good(affirm(owner, "c1", "c2"));
        confirmEverything();
        var amended = Requests.company(company);
        amended.put("legalName", "Maple Leaf Haulage Inc.");
        amended.put(
                "carrierCode",
                http.get("/v1/companies/" + company).by(owner).send().json().path("carrierCode"));
        var changed = http.put("/v1/companies/" + company)
                .by(owner)
                .ifMatch(http.get("/v1/companies/" + company).by(owner).send().version())
                .json(amended)
                .send();
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        profile.withSupplyChain("chain-2");
        assertThat(missing(submit())).containsExactly("SITES", "CONTACTS", "PARTNERS");
        assertThat(confirm("SITES", "1").problem()).isEqualTo("record-moved");
        assertThat(confirm("PARTNERS", "chain-1").problem()).isEqualTo("record-moved");
        confirmEverything();
        good(submit());
    }

    @Test
    void refusesWhatIsNotPartOfTheReviewAndWhoMayNot() {
        assertThat(affirm(owner, "c1", "c9").status()).isEqualTo(422);
        var noNote = Map.of("affirmations", List.of(Map.of("criterion", "c1", "statement", "CHANGED")));
        assertThat(act("affirmations", owner, noNote).status()).isEqualTo(422);
        assertThat(affirm(owner).status()).as("no statement at all").isEqualTo(422);
        var stranger = TestTokens.user("mallory").roles("account-owner").company(freshBusinessNumber());
        assertThat(affirm(stranger, "c1").status()).isEqualTo(404);
        assertThat(read(stranger).status()).isEqualTo(404);
        assertThat(act("acceptance", ASSESSOR, Map.of()).problem()).isEqualTo("wrong-state");
        submitEverything();
        assertThat(affirm(owner, "c1").problem()).isEqualTo("wrong-state");
        assertThat(submit().problem()).isEqualTo("wrong-state");
        var own = TestTokens.user("otto").roles("assessor").company(company);
        assertThat(act("acceptance", own, Map.of()).problem()).isEqualTo("decided-by-someone-else");
        assertThat(act("return", own, items("c1")).problem()).isEqualTo("decided-by-someone-else");
        assertThat(act("return", ASSESSOR, items("c9")).status()).isEqualTo(422);
        assertThat(act("return", ASSESSOR, Map.of("items", List.of())).status()).isEqualTo(422);
    }

    @Test
    void whatCannotBeLookedUpIsNotTakenForAbsent() {
        for (int i = 0; i < 10; i++) {
            assertThat(read(owner).status())
                    .as("so that the circuit stays closed")
                    .isEqualTo(200);
        }
        StubAssessment.running().becomes(id, "500 {}");
        assertThat(field(read(owner).json(), "checklistProblem")).isEqualTo("unavailable");
        assertThat(affirm(owner, "c1").problem()).isEqualTo("unavailable");
        StubAssessment.running().becomes(id, "404 {\"type\":\"urn:ttp:problem:not-found\"}");
        assertThat(field(read(owner).json(), "checklistProblem")).isEqualTo("no-profile");
        assertThat(submit().problem()).isEqualTo("no-profile");
        StubAssessment.running().becomes(id, null);
        good(affirm(owner, "c1"));
    }

    @Test
    void aReturnedReviewIsWithTheCompanyAgain() {
        submitEverything();
        good(act("return", ASSESSOR, items("c1", "SITES")));
        awaitObligation("OPEN", "COMPANY");
        var returned = read(owner).json();
        assertThat(field(returned, "state")).isEqualTo("RETURNED");
        assertThat(field(returned.path("returned").path(0), "reason")).isEqualTo("Look at this again.");
        assertThat(missing(submit())).containsExactly("c1", "SITES");
        submitEverything();
        good(act("acceptance", ASSESSOR, Map.of("note", "Seen.", "internalNote", "informant-4711")));
        for (var part : List.of("", "/history")) {
            assertThat(http.get(review + part).by(owner).send().text())
                    .as(part)
                    .doesNotContain("informant-4711", "internalNote");
        }
        assertThat(http.get(review + "/history").by(ASSESSOR).send().text())
                .contains("\"internalNote\":\"informant-4711\"");
    }

    @Test
    void aStatedChangeIsAssessedBeforeTheReviewIsAccepted() {
        good(affirm(owner, "c1"));
        var changed = Map.of("criterion", "c2", "statement", "CHANGED", "note", "We seal by another method.");
        good(act("affirmations", owner, Map.of("affirmations", List.of(changed))));
        confirmEverything();
        var submitted = good(submit()).json();
        var statedAt = Instant.parse(field(submitted, "changesStatedAt"));
        awaitObligation("OPEN", "PROGRAMME");
        assertThat(act("acceptance", ASSESSOR, Map.of()).problem()).isEqualTo("changes-not-assessed");

        others.changesTakenIn(id, company, "REOPENED", statedAt, 21);
        awaitObligation("OPEN", "COMPANY");
        others.changesTakenIn(id, company, "SUBMITTED", statedAt, 22);
        awaitObligation("OPEN", "PROGRAMME");
        assertThat(act("acceptance", ASSESSOR, Map.of()).problem()).isEqualTo("changes-not-assessed");
        others.changesTakenIn(id, company, "COMPLETED", statedAt, 23);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(act("acceptance", ASSESSOR, Map.of()).status())
                                .isEqualTo(200));
    }

    @Test
    void aSilentCompanyIsSuspendedByDefault() {
        passDays(82);
        awaitObligation("OVERDUE", "COMPANY");
        assertThat(overdue(true)).isTrue();
        assertThat(overdue(false)).isFalse();
        var opened = awaitCase("OPENED");
        assertThat(field(opened, "facts")).contains("ANNUAL_REVIEW");
        assertThat(opened.path("suspendsByDefault").asBoolean()).isTrue();
        passDays(15);
        awaitCase("NOTICE_SERVED");
        passDays(36);
        awaitCase("ANSWER_PERIOD_OVER");
        assertThat(membershipState()).isEqualTo("ACTIVE");
        passDays(14);
        awaitCase("LAPSED_TO_DEFAULT");
        await().atMost(SOON).untilAsserted(() -> assertThat(membershipState()).isEqualTo("SUSPENDED"));
    }

    @Test
    void theProgrammesDelayTakesNothingAway() {
        submitEverything();
        awaitObligation("OPEN", "PROGRAMME");
        passDays(120);
        awaitObligation("OVERDUE", "PROGRAMME");
        assertThat(overdue(true)).isTrue();
        good(act("return", ASSESSOR, items("c1")));
        awaitObligation("OPEN", "COMPANY");
        assertThat(LocalDate.parse(field(obligation(), "dueOn"))).isAfterOrEqualTo(today().plusDays(29));
        assertThat(cases()).as("no case").isEmpty();
        assertThat(membershipState()).isEqualTo("ACTIVE");
    }

    @Test
    void endsWithTheMembership() {
        good(http.post("/v1/memberships/" + id + "/withdrawal")
                .by(owner)
                .ifMatch(http.get("/v1/memberships/" + id).by(owner).send().version())
                .json(Map.of("reason", "We stop trading."))
                .send());
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(field(read(owner).json(), "state")).isEqualTo("VOID"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(field(obligation(), "state")).isEqualTo("VOID"));
        assertThat(affirm(owner, "c1").problem()).isEqualTo("wrong-state");
    }

    @Test
    void aMemberStoredByTheVersionBeforeHasItsReviewToo() {
        var before = UUID.randomUUID().toString();
        startMembership(before);
        database.getCollection("memberships")
                .updateOne(Filters.eq("_id", before), Updates.set("state.state", "ACTIVE_WITH_ACTION_PLAN"));
        passDays(1);
        var opened =
                await().atMost(SOON).until(() -> first("/v1/annual-reviews?membership=" + before), JsonNode::isObject);
        assertThat(field(opened, "state")).isEqualTo("OPEN");
        await().atMost(SOON)
                .until(() -> first("/v1/obligations?membership=" + before + "&kind=ANNUAL_REVIEW"), JsonNode::isObject);
    }

    private void startMembership(String membership) {
        memberships.createIfAbsent(Membership.start(
                membership,
                new Membership.Approved(company, Set.of(LineOfBusiness.IMPORTER)),
                null,
                rules,
                Actor.service("test"),
                clock.instant().minus(SINCE_START)));
    }

    private void submitEverything() {
        good(affirm(owner, "c1", "c2"));
        confirmEverything();
        good(submit());
    }

    private void confirmEverything() {
        for (var list : read(owner).json().path("checklist").path("lists")) {
            good(confirm(field(list, "list"), field(list, "recordVersion")));
        }
    }

    private Answer confirm(String list, String recordVersion) {
        return act("confirmations", owner, Map.of("list", list, "recordVersion", recordVersion));
    }

    private Answer affirm(TestTokens who, String... criteria) {
        var statements = Arrays.stream(criteria)
                .map(one -> Map.of("criterion", one, "statement", "AFFIRMED"))
                .toList();
        return act("affirmations", who, Map.of("affirmations", statements));
    }

    private Answer submit() {
        return http.post(review + "/submission")
                .by(owner)
                .ifMatch(read(MANAGER).version())
                .send();
    }

    private static Map<String, Object> items(String... names) {
        return Map.of(
                "items",
                Arrays.stream(names)
                        .map(name -> Map.of("item", name, "reason", "Look at this again."))
                        .toList());
    }

    private Answer act(String step, TestTokens who, Object body) {
        return http.post(review + "/" + step)
                .by(who)
                .ifMatch(read(MANAGER).version())
                .json(body)
                .send();
    }

    private Answer read(TestTokens who) {
        return http.get(review).by(who).send();
    }

    private JsonNode history() {
        return http.get(review + "/history").by(owner).send().json().path("items");
    }

    private static List<String> names(JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> field(entry, "change"))
                .toList();
    }

    private static List<String> missing(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        return StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                .map(error -> field(error, "field"))
                .toList();
    }

    private JsonNode awaitReview() {
        return await().atMost(SOON).until(() -> first("/v1/annual-reviews?membership=" + id), JsonNode::isObject);
    }

    private boolean overdue(boolean wanted) {
        return first("/v1/annual-reviews?membership=" + id + "&overdue=" + wanted)
                .isObject();
    }

    private JsonNode obligation() {
        return first("/v1/obligations?membership=" + id + "&kind=ANNUAL_REVIEW");
    }

    private void awaitObligation(String state, String turn) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(field(obligation(), "state") + " " + field(obligation(), "turn"))
                        .isEqualTo(state + " " + turn));
    }

    private JsonNode awaitCase(String state) {
        return await().atMost(SOON)
                .until(() -> first("/v1/compliance-cases?membership=" + id + "&state=" + state), JsonNode::isObject);
    }

    private List<String> cases() {
        var items = http.get("/v1/compliance-cases?membership=" + id)
                .by(MANAGER)
                .send()
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(one -> field(one, "caseId"))
                .toList();
    }

    private String membershipState() {
        return field(http.get("/v1/memberships/" + id).by(owner).send().json(), "state");
    }

    private JsonNode first(String path) {
        return http.get(path).by(MANAGER).send().json().path("items").path(0);
    }

    private LocalDate today() {
        return BusinessCalendar.shipped().dayOf(clock.instant());
    }

    private void passDays(int days) {
        var moved = http.post("/v1/programme-clock/movements")
                .by(TestTokens.user("oscar").roles("operator"))
                .json(Map.of("days", days))
                .send();
        assertThat(moved.status()).isEqualTo(201);
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static String field(JsonNode node, String name) {
        return node.path(name).asString();
    }
}
