package org.trustedtrader.enrolment.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.decision;
import static org.trustedtrader.enrolment.Requests.freshBusinessNumber;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.enrolment.EnrolmentServiceIT;
import org.trustedtrader.enrolment.OtherServices;
import org.trustedtrader.enrolment.OtherServices.RevalidationVisit;
import org.trustedtrader.enrolment.Requests;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipRules;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** From a fault of a member to the end of its case, on real events, days and the database. */
@EnrolmentServiceIT
class ComplianceIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final TestTokens APPROVER = TestTokens.user("paul").roles("approver");
    private static final TestTokens MANAGER = TestTokens.user("morgan").roles("programme-manager");
    private static final TestTokens VALIDATOR = TestTokens.user("vera").roles("validator");

    private final Http http;
    private final StartMembership start;
    private final Memberships memberships;
    private final MemberReports reports;
    private final Clock clock;
    private final OtherServices others;
    private final String company = freshBusinessNumber();
    private final String id = UUID.randomUUID().toString();
    private final String membership = "/v1/memberships/" + id;
    private final TestTokens owner =
            TestTokens.user("owner-" + company).roles("account-owner").company(company);

    ComplianceIT(
            Http http,
            StartMembership start,
            Memberships memberships,
            MemberReports reports,
            Clock clock,
            RabbitTemplate broker,
            BrokerProperties rabbit) {
        this.http = http;
        this.start = start;
        this.memberships = memberships;
        this.reports = reports;
        this.clock = clock;
        this.others = new OtherServices(broker, rabbit);
    }

    @BeforeEach
    void aMember() {
        http.post("/v1/companies").by(owner).json(Requests.company(company)).send();
        start.from(id, new Membership.Approved(company, Set.of(LineOfBusiness.IMPORTER)));
        await().atMost(SOON).until(() -> obligation("REVALIDATION"), JsonNode::isObject);
    }

    @Test
    void anOverdueActionOfASilentCompanySuspendsItAndTwoPeopleReinstateIt() {
        var due = today().plusDays(3);
        others.mustAction(id, company, due, "IN_PROGRESS", 4);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(field(obligation("MUST_ACTION"), "state")).isEqualTo("OPEN"));

        passDays(5);
        var opened = awaitCase("OPENED");
        assertThat(field(opened, "trigger")).isEqualTo("OBLIGATION_OVERDUE");
        assertThat(opened.path("suspendsByDefault").asBoolean()).isTrue();
        assertThat(field(read(membership, owner).json(), "state")).isEqualTo("ACTIVE");

        passDays(15);
        awaitCase("NOTICE_SERVED");
        passDays(36);
        awaitCase("ANSWER_PERIOD_OVER");
        assertThat(read(membership, owner).json().path("benefits").asBoolean()).isTrue();
        passDays(12);
        awaitCase("LAPSED_TO_DEFAULT");
        awaitMembership("SUSPENDED");
        assertThat(field(read(membership, owner).json(), "reasonCode")).isEqualTo("OBLIGATION_OVERDUE");

        others.mustAction(id, company, due, "VERIFIED", 5);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(field(obligation("MUST_ACTION"), "state")).isEqualTo("MET"));
        assertThat(field(read(membership, owner).json(), "state")).isEqualTo("SUSPENDED");
        var proposal = new HashMap<String, Object>(decision("CAUSE_REMEDIED"));
        proposal.put("kind", "REINSTATEMENT");
        assertThat(act(membership + "/proposal", APPROVER, proposal).status()).isEqualTo(200);
        assertThat(act(membership + "/reinstatement", APPROVER, decision("CAUSE_REMEDIED"))
                        .problem())
                .isEqualTo("decided-by-someone-else");
        assertThat(act(membership + "/reinstatement", MANAGER, decision("CAUSE_REMEDIED"))
                        .status())
                .isEqualTo(200);
        // Whatever is delivered again, the case suspends once.
        passDays(1);
        assertThat(field(read(membership, owner).json(), "state")).isEqualTo("ACTIVE");
    }

    @Test
    void anUnsatisfactoryVisitOpensACaseThatAnotherOfficerDecides() {
        others.memberVisitClosed(id, company, "UNSATISFACTORY", clock.instant(), 7);
        var opened = awaitCase("OPENED");
        assertThat(field(opened, "trigger")).isEqualTo("UNSATISFACTORY_VISIT");
        var aCase = "/v1/compliance-cases/" + field(opened, "caseId");

        assertThat(decide(aCase, "SUSPENSION").problem()).isEqualTo("notice-running");
        assertThat(field(read(aCase, APPROVER).json(), "state"))
                .as("an officer serves no notice")
                .isEqualTo("OPENED");
        assertThat(field(read(aCase, owner).json(), "state")).isEqualTo("NOTICE_SERVED");
        assertThat(act(aCase + "/answer", owner, Map.of("answer", "The fence is mended."))
                        .status())
                .isEqualTo(200);
        assertThat(decide(aCase, "SUSPENSION").problem()).isEqualTo("proposal-needed");
        var proposal = Map.of("outcome", "SUSPENSION", "note", "The fence is not mended.");
        assertThat(act(aCase + "/proposal", VALIDATOR, proposal).status()).isEqualTo(200);
        assertThat(read(aCase, owner).text()).doesNotContain("not mended");
        assertThat(read(aCase + "/history", owner).text()).contains("proposed").doesNotContain("not mended");
        assertThat(field(read(aCase, APPROVER).json().path("proposal"), "by")).isEqualTo("user:vera");
        assertThat(decide(aCase, "SUSPENSION").status()).isEqualTo(200);
        awaitMembership("SUSPENDED");
    }

    @Test
    void anAnsweredCaseThatStaysUndecidedPausesBenefitsUntilItIsDecided() {
        others.memberVisitClosed(id, company, "UNSATISFACTORY", clock.instant(), 7);
        var aCase = "/v1/compliance-cases/" + field(awaitCase("OPENED"), "caseId");
        read(aCase, owner);
        act(aCase + "/answer", owner, Map.of("answer", "The fence is mended."));
        passDays(15);
        awaitCase("ESCALATED");
        assertThat(pausingCases()).isEmpty();
        var withoutOutcome = act(aCase + "/decision", APPROVER, Map.of("legalBasis", "Customs Act, s. 11.1"));
        assertThat(withoutOutcome.status()).as(withoutOutcome.text()).isEqualTo(422);

        passDays(40);
        await().atMost(SOON).untilAsserted(() -> assertThat(pausingCases()).hasSize(1));
        var paused = read(membership, owner).json();
        assertThat(field(paused, "state")).isEqualTo("ACTIVE");
        assertThat(field(read(aCase, owner).json(), "pausedAt")).isNotEmpty();

        assertThat(decide(aCase, "NO_ACTION").status()).isEqualTo(200);
        await().atMost(SOON).untilAsserted(() -> assertThat(pausingCases()).isEmpty());
        assertThat(Instant.parse(field(read(membership, owner).json(), "effectiveAt")))
                .as("benefits are not given back for the past")
                .isAfter(Instant.parse(field(paused, "effectiveAt")));
    }

    private JsonNode pausingCases() {
        return read(membership, owner).json().path("pausedByCases");
    }

    @Test
    void aCancellationNeedsACaseWithANoticeAndAnotherOfficer() {
        assertThat(act(membership + "/suspension", APPROVER, decision("CONVICTION"))
                        .status())
                .isEqualTo(200);
        assertThat(act(membership + "/cancellation", APPROVER, decision("CONVICTION"))
                        .status())
                .isEqualTo(404);
        var opened = http.post("/v1/compliance-cases")
                .by(APPROVER)
                .json(Map.of(
                        "membershipId",
                        id,
                        "reasonCode",
                        "CONVICTION",
                        "facts",
                        "A court decided.",
                        "legalBasis",
                        "Customs Act, s. 11.1"))
                .send();
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        var aCase = opened.location();
        read(aCase, owner);
        act(aCase + "/answer", owner, Map.of("answer", "We appealed to the court."));
        assertThat(decide(aCase, "CANCELLATION").problem()).isEqualTo("decided-by-someone-else");
        var named = Map.of("officer", "user:paul", "reason", "No other officer is left.");
        assertThat(act(aCase + "/decider", MANAGER, named).problem()).isEqualTo("decided-by-someone-else");
        var cancelled = act(aCase + "/decision", MANAGER, outcome("CANCELLATION"));
        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
        awaitMembership("CANCELLED");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(field(obligation("REVALIDATION"), "state")).isEqualTo("VOID"));
        assertThat(read(membership, owner).json().path("appealDueAt").isString())
                .isTrue();
    }

    @Test
    void aRevalidationIsNotCompletedWithoutAVisitAndAnAssessment() {
        var step = Map.<String, Object>of("legalBasis", "Customs Act, s. 11.1");
        assertThat(act(membership + "/revalidation", VALIDATOR, step).status()).isEqualTo(200);
        var proposal = new HashMap<String, Object>(decision("REVALIDATED"));
        proposal.put("kind", "REVALIDATION_COMPLETION");
        assertThat(act(membership + "/proposal", VALIDATOR, proposal).status()).isEqualTo(200);
        var refused = act(membership + "/revalidation-completion", MANAGER, step);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("revalidation-incomplete");
        assertThat(refused.json().path("errors").size()).isEqualTo(2);
    }

    @Test
    void aRevalidationIsCompletedOnceEveryRequiredSiteIsVisitedAndARepeatSettlesTheSameSite() {
        var step = Map.<String, Object>of("legalBasis", "Customs Act, s. 11.1");
        assertThat(act(membership + "/revalidation", VALIDATOR, step).status()).isEqualTo(200);
        var opened = field(read(membership, MANAGER).json(), "revalidationOpenedAt");
        others.assessmentOfRevalidation(id, company, opened, "COMPLETED", "HIGH", 4);
        visited("dock", opened, "SATISFACTORY");
        visited("office", opened, "UNSATISFACTORY");
        others.revalidationVisit(
                id,
                company,
                new RevalidationVisit(id + "-plant", "plant", opened, "CANCELLED", "", ""),
                clock.instant(),
                4);
        var proposal = new HashMap<String, Object>(decision("REVALIDATED"));
        proposal.put("kind", "REVALIDATION_COMPLETION");
        assertThat(act(membership + "/proposal", VALIDATOR, proposal).status()).isEqualTo(200);

        awaitMissing(step, "RequiredSitesVisited", "VisitsSatisfactory");
        var missing =
                act(membership + "/revalidation-completion", MANAGER, step).text();
        assertThat(missing).contains("visit: plant\"", "these: office\"").doesNotContain("dock");
        visited("repeat-of-dock", "dock", "", "SATISFACTORY");
        visited("plant-again", "plant", "", "SATISFACTORY");
        awaitMissing(step, "VisitsSatisfactory");
        visited("repeat-of-office", "office", "", "SATISFACTORY");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(act(membership + "/revalidation-completion", MANAGER, step)
                                .status())
                        .isEqualTo(200));
        var revalidated = read(membership, owner).json();
        assertThat(revalidated.path("revalidationOpenedAt").isNull()).isTrue();
        assertThat(field(revalidated, "revalidationDueOn"))
                .as("the cycle is shorter where the risk is HIGH")
                .isEqualTo(today().plusYears(3).toString());
    }

    @Test
    void aMemberWhoseRiskIsHighFromTheBeginningIsDueInThreeYears() {
        var risky = UUID.randomUUID().toString();
        var itsCompany = freshBusinessNumber();
        others.assessmentOfRevalidation(risky, itsCompany, "2026-11-23T12:00:00Z", "COMPLETED", "HIGH", 4);
        await().atMost(SOON).until(() -> reports.assessment(risky).isPresent());
        start.from(risky, new Membership.Approved(itsCompany, Set.of(LineOfBusiness.IMPORTER)));
        assertThat(field(read("/v1/memberships/" + risky, MANAGER).json(), "revalidationDueOn"))
                .isEqualTo(today().plusYears(3).toString());
        assertThat(field(read(membership, MANAGER).json(), "revalidationDueOn"))
                .isEqualTo(today().plusYears(4).toString());
    }

    @Test
    void theProgrammesOwnDelayTakesNothingAwayAndTheManagerExtendsWithAReason() {
        var late = UUID.randomUUID().toString();
        var itsCompany = freshBusinessNumber();
        var yearly = new MembershipRules(1, 1, 12, 30, 5, 30, 10, 90);
        new StartMembership(memberships, () -> yearly, reports, clock)
                .from(late, new Membership.Approved(itsCompany, Set.of(LineOfBusiness.IMPORTER)));
        var path = "/v1/memberships/" + late;
        var opened = await().atMost(SOON)
                .until(() -> read(path, MANAGER).json().path("revalidationOpenedAt"), JsonNode::isString)
                .asString();
        others.assessmentOfRevalidation(late, itsCompany, opened, "COMPLETED", "LOW", 4);
        others.revalidationVisit(
                late,
                itsCompany,
                new RevalidationVisit(late + "-dock", "dock", opened, "DUE", "", "VALIDATOR"),
                clock.instant(),
                1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(field(obligation(late, "REVALIDATION"), "turn"))
                        .isEqualTo("PROGRAMME"));

        passDays(367);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(field(obligation(late, "REVALIDATION"), "state"))
                        .isEqualTo("OVERDUE"));
        passDays(100);
        await().during(Duration.ofSeconds(3))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(http.get("/v1/compliance-cases?membership=" + late)
                                .by(MANAGER)
                                .send()
                                .json()
                                .path("items")
                                .size())
                        .isZero());
        var member = read(path, MANAGER).json();
        assertThat(field(member, "state")).isEqualTo("ACTIVE");
        assertThat(member.path("benefits").asBoolean()).isTrue();

        var duty = "/v1/obligations/" + field(obligation(late, "REVALIDATION"), "obligationId");
        var until = today().plusDays(90).toString();
        assertThat(act(duty + "/extension", MANAGER, Map.of("dueOn", until)).status())
                .isEqualTo(422);
        var proposal = Map.of("kind", "EXTENSION", "dueOn", until, "reason", "The visit is planned.");
        assertThat(act(duty + "/proposal", APPROVER, proposal).status()).isEqualTo(200);
        assertThat(act(duty + "/extension", MANAGER, Map.of("dueOn", until, "reason", "No validator was free."))
                        .status())
                .isEqualTo(200);
        assertThat(field(read(duty, MANAGER).json(), "dueOn")).isEqualTo(until);
        assertThat(read(duty + "/history", MANAGER).text()).contains("No validator was free.");
        assertThat(field(read(path, MANAGER).json(), "revalidationDueOn"))
                .as("the membership keeps its date")
                .isEqualTo(field(member, "revalidationDueOn"));
    }

    private void visited(String site, String openedAt, String outcome) {
        visited(site, site, openedAt, outcome);
    }

    private void visited(String visit, String site, String openedAt, String outcome) {
        others.revalidationVisit(
                id,
                company,
                new RevalidationVisit(id + "-" + visit, site, openedAt, "CLOSED", outcome, ""),
                clock.instant(),
                7);
    }

    private void awaitMissing(Map<String, Object> step, String... fields) {
        await().atMost(SOON).untilAsserted(() -> {
            var refused = act(membership + "/revalidation-completion", MANAGER, step);
            assertThat(refused.problem()).isEqualTo("revalidation-incomplete");
            assertThat(refused.json().path("errors").valueStream().map(error -> field(error, "field")))
                    .containsExactly(fields);
        });
    }

    @Test
    void anExtensionOfAnObligationEndsItsCase() {
        var due = today().plusDays(1);
        others.mustAction(id, company, due, "AGREED", 4);
        await().atMost(SOON).until(() -> obligation("MUST_ACTION"), JsonNode::isObject);
        passDays(3);
        awaitCase("OPENED");
        var path = "/v1/obligations/" + field(obligation("MUST_ACTION"), "obligationId");
        var late = today().minusDays(1).toString();
        assertThat(act(path + "/extension", MANAGER, Map.of("dueOn", late, "reason", "A strike."))
                        .status())
                .isEqualTo(422);
        var until = today().plusDays(90).toString();
        var extension = Map.of("dueOn", until, "reason", "A strike.");
        assertThat(act(path + "/extension", MANAGER, extension).problem()).isEqualTo("proposal-needed");
        var proposal = Map.of("kind", "EXTENSION", "dueOn", until, "reason", "The visit says so.");
        assertThat(act(path + "/proposal", MANAGER, proposal).status()).isEqualTo(200);
        assertThat(act(path + "/extension", MANAGER, extension).problem()).isEqualTo("decided-by-someone-else");
        assertThat(act(
                                path + "/extension",
                                APPROVER,
                                Map.of("dueOn", today().plusDays(91).toString(), "reason", "A strike."))
                        .status())
                .isEqualTo(422);
        assertThat(act(path + "/extension", APPROVER, extension).status()).isEqualTo(200);
        assertThat(read(path + "/history", owner).text()).contains("A strike.").doesNotContain("The visit says so.");
        awaitCase("VOID");
    }

    @Test
    void nothingIsOwedAfterTheWithdrawal() {
        act(membership + "/withdrawal", owner, Map.of("reason", "We move."));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(field(obligation("REVALIDATION"), "state")).isEqualTo("VOID"));
    }

    private Answer decide(String aCase, String outcome) {
        return act(aCase + "/decision", APPROVER, outcome(outcome));
    }

    private static Map<String, Object> outcome(String outcome) {
        return Map.of("outcome", outcome, "legalBasis", "Customs Act, s. 11.1");
    }

    private JsonNode obligation(String kind) {
        return obligation(id, kind);
    }

    private JsonNode obligation(String membershipId, String kind) {
        return http.get("/v1/obligations?membership=" + membershipId + "&kind=" + kind)
                .by(MANAGER)
                .send()
                .json()
                .path("items")
                .path(0);
    }

    private JsonNode awaitCase(String state) {
        return await().atMost(SOON)
                .until(
                        () -> http.get("/v1/compliance-cases?membership=" + id + "&state=" + state)
                                .by(MANAGER)
                                .send()
                                .json()
                                .path("items")
                                .path(0),
                        JsonNode::isObject);
    }

    private void awaitMembership(String state) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(field(read(membership, owner).json(), "state"))
                        .isEqualTo(state));
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

    private Answer act(String path, TestTokens who, Object body) {
        var target = path.substring(0, path.lastIndexOf('/'));
        return http.post(path)
                .by(who)
                .ifMatch(read(target, MANAGER).version())
                .json(body)
                .send();
    }

    private Answer read(String path, TestTokens who) {
        return http.get(path).by(who).send();
    }

    private static String field(JsonNode node, String name) {
        return node.path(name).asString();
    }
}
