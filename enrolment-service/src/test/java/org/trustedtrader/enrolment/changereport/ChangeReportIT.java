package org.trustedtrader.enrolment.changereport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.company;
import static org.trustedtrader.enrolment.Requests.completeApplication;
import static org.trustedtrader.enrolment.Requests.freshBusinessNumber;
import static org.trustedtrader.enrolment.Requests.site;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** From a change of a member's record to what follows from it, on real events and the database. */
@EnrolmentServiceIT
class ChangeReportIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final TestTokens INTAKE = TestTokens.user("olivia").roles("intake-officer", "approver");
    private static final TestTokens APPROVER = TestTokens.user("paul").roles("approver");
    private static final TestTokens AUDITOR = TestTokens.user("audrey").roles("auditor");

    private final Http http;
    private final StartMembership start;
    private final Clock clock;
    private final OtherServices others;
    private final String number = freshBusinessNumber();
    private final String id = UUID.randomUUID().toString();
    private final Map<String, Object> record = company(number);
    private final TestTokens owner =
            TestTokens.user("owner-" + number).roles("account-owner").company(number);

    ChangeReportIT(Http http, StartMembership start, Clock clock, RabbitTemplate broker, BrokerProperties rabbit) {
        this.http = http;
        this.start = start;
        this.clock = clock;
        this.others = new OtherServices(broker, rabbit);
    }

    @BeforeEach
    void aMember() {
        assertThat(http.post("/v1/companies").by(owner).json(record).send().status())
                .isEqualTo(201);
        record.put("legalName", "Before Ltd.");
        assertThat(amend().status()).isEqualTo(200);
        start.from(id, new Membership.Approved(number, Set.of(LineOfBusiness.HIGHWAY_CARRIER)));
    }

    @Test
    void aNewNameIsReportedByItselfOnceWithOldAndNewValue() {
        record.put("legalName", "After Ltd.");
        assertThat(amend().status()).isEqualTo(200);
        var report = report("REPORTED");
        assertThat(report.path("changes").toString())
                .isEqualTo("[{\"field\":\"legalName\",\"before\":\"Before Ltd.\",\"after\":\"After Ltd.\"}]");
        assertThat(obligation("CHANGE_TRIAGE", "OPEN").path("owner").asString()).isEqualTo("PROGRAMME");
        assertThat(list(""))
                .as("what was amended before the membership is no change of a member")
                .hasSize(1);

        for (var reader : List.of(owner, AUDITOR)) {
            var last = last(
                    read("/v1/companies/" + number + "/history", reader).json().path("items"));
            assertThat(last.path("changes").path(0).path("before").asString()).isEqualTo("Before Ltd.");
        }
    }

    @Test
    void aRoutineChangeNeedsNobodyAndShowsNoPerson() {
        var yard = site();
        yard.put("headcount", 41);
        record.put("sites", List.of(yard));
        record.put("contacts", List.of(Map.of("name", "N. Ewe", "email", "new@example.com", "phone", "519 555 0111")));
        assertThat(amend().status()).isEqualTo(200);
        record.put("legalName", "After Ltd.");
        assertThat(amend().status()).isEqualTo(200);
        report("REPORTED");
        assertThat(list("")).hasSize(1);
        var history = read("/v1/companies/" + number + "/history", owner).text();
        assertThat(history).contains("sites[windsor].headcount").doesNotContain("N. Ewe", "new@example.com");
    }

    @Test
    void aCarrierCodeIsReportedWhenTheConfirmedOneReplacesTheOld() {
        var identifiers = "/v1/companies/" + number + "/identifiers";
        var code = company(number).get("carrierCode").toString();
        assertThat(act(identifiers, owner, Map.of("scheme", "CARRIER_CODE", "number", code))
                        .status())
                .isEqualTo(200);
        var confirmed =
                act(identifiers + "/carrier-code/" + code + "/confirmation", INTAKE, Map.of("source", "Register"));
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        var report = report("REPORTED");
        assertThat(report.path("changes").path(0).path("field").asString()).isEqualTo("carrierCode");
        assertThat(report.path("changes").path(0).path("before").asString()).isEqualTo(record.get("carrierCode"));
        assertThat(report.path("changes").path(0).path("after").asString()).isEqualTo(code);
        var assessor = TestTokens.user("adam").roles("assessor");
        act(path(report) + "/triage", assessor, Map.of("recommendation", "NO_EFFECT"));
        assertThat(act(path(report) + "/decision", INTAKE, decision("NO_EFFECT"))
                        .problem())
                .as("who confirmed the code recorded the change")
                .isEqualTo("decided-by-someone-else");
    }

    @Test
    void theLastSiteOfAMemberStays() {
        fileAnApplication();
        record.put("sites", List.of());
        var refused = amend();
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("last-site");
    }

    @Test
    void oneOfficerTriagesAndAnotherDecides() {
        addSite();
        var path = path(report("REPORTED"));
        assertThat(act(path + "/decision", APPROVER, decision("NO_EFFECT")).problem())
                .isEqualTo("wrong-state");
        assertThat(act(path + "/triage", INTAKE, Map.of("recommendation", "VISIT", "note", "Unknown yard."))
                        .status())
                .isEqualTo(200);
        assertThat(act(path + "/decision", INTAKE, visit("sarnia")).problem()).isEqualTo("decided-by-someone-else");
        assertThat(act(path + "/decision", APPROVER, decision("VISIT")).status())
                .isEqualTo(422);
        assertThat(act(path + "/decision", APPROVER, visit("nowhere")).status()).isEqualTo(422);
        var decided = act(path + "/decision", APPROVER, visit("sarnia"));
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(decided.json().path("state").asString()).isEqualTo("VISIT");
        assertThat(act(path + "/triage", INTAKE, Map.of("recommendation", "VISIT"))
                        .problem())
                .isEqualTo("wrong-state");
        obligation("CHANGE_TRIAGE", "MET");
        obligation("CHANGE_DECISION", "MET");

        assertThat(read(path, owner).json().path("triageNote").isNull()).isTrue();
        assertThat(read(path + "/history", owner).text()).doesNotContain("Unknown yard.");
        assertThat(read(path + "/history", AUDITOR).text()).contains("Unknown yard.");
        var other = TestTokens.user("other").roles("account-owner").company(freshBusinessNumber());
        assertThat(read(path, other).status()).isEqualTo(404);
        assertThat(http.get("/v1/change-reports?company=" + number)
                        .by(other)
                        .send()
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void whoConfirmedTheCodeDecidesOnlyWhenNamed() {
        var code = company(number).get("carrierCode").toString();
        var identifiers = "/v1/companies/" + number + "/identifiers";
        act(identifiers, owner, Map.of("scheme", "CARRIER_CODE", "number", code));
        act(identifiers + "/carrier-code/" + code + "/confirmation", INTAKE, Map.of("source", "Register"));
        var path = path(report("REPORTED"));
        var assessor = TestTokens.user("adam").roles("assessor");
        act(path + "/triage", assessor, Map.of("recommendation", "NO_EFFECT"));
        assertThat(act(path + "/decision", INTAKE, decision("NO_EFFECT")).problem())
                .isEqualTo("decided-by-someone-else");
        var manager = TestTokens.user("morgan").roles("programme-manager");
        assertThat(act(path + "/decider", manager, naming("user:adam")).problem())
                .isEqualTo("decided-by-someone-else");
        assertThat(act(path + "/decider", manager, naming("user:paul")).problem())
                .as("who may decide anyway")
                .isEqualTo("naming-not-needed");
        var named = act(path + "/decider", manager, naming("user:olivia"));
        assertThat(named.status()).as(named.text()).isEqualTo(200);
        assertThat(read(path + "/history", AUDITOR).text()).contains("user:olivia: We are three.");
        assertThat(read(path + "/history", owner).text())
                .contains("decider-named")
                .doesNotContain("We are three.");
        assertThat(act(path + "/decision", INTAKE, decision("NO_EFFECT")).status())
                .isEqualTo(200);
    }

    @Test
    void aReportedChangeTookPlaceWithinTenYearsAndTakesPlaceWithinTwo() {
        var today = BusinessCalendar.shipped().dayOf(clock.instant());
        for (var day :
                List.of(today.minusYears(10).minusDays(1), today.plusYears(2).plusDays(1))) {
            var refused = http.post("/v1/change-reports")
                    .by(owner)
                    .json(merger(day.toString()))
                    .send();
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.text())
                    .contains("effectiveOn", today.plusYears(2).toString());
        }
        assertThat(http.post("/v1/change-reports")
                        .by(owner)
                        .json(merger(today.plusYears(2).toString()))
                        .send()
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aRecordThatIsSentAsItIsMakesNoNewVersion() {
        var path = "/v1/companies/" + number;
        var before = read(path, owner).version();
        var same = amend();
        assertThat(same.status()).as(same.text()).isEqualTo(200);
        assertThat(same.version()).isEqualTo(before);
        assertThat(read(path + "/history", owner).json().path("items").size()).isEqualTo((int) before);
    }

    private static Map<String, Object> naming(String officer) {
        return Map.of("officer", officer, "reason", "We are three.");
    }

    private static Map<String, Object> merger(String day) {
        return Map.of("kind", "MERGER", "description", "We merge with another haulier.", "effectiveOn", day);
    }

    @Test
    void aReassessmentIsOwedUntilTheCompanyHandsInItsProfile() {
        addSite();
        var path = triaged();
        assertThat(act(path + "/decision", APPROVER, decision("REASSESS")).status())
                .isEqualTo(200);
        others.changesTakenIn(id, number, "REOPENED", clock.instant(), 3);
        var owed = obligation("REASSESSMENT", "OPEN");
        assertThat(owed.path("owner").asString()).isEqualTo("COMPANY");
        assertThat(LocalDate.parse(owed.path("dueOn").asString()))
                .isAfterOrEqualTo(
                        BusinessCalendar.shipped().dayOf(clock.instant()).plusDays(29));
        others.changesTakenIn(id, number, "SUBMITTED", clock.instant(), 4);
        obligation("REASSESSMENT", "MET");
    }

    @Test
    void aDecisionOpensTheRevalidationAndBringsItForward() {
        addSite();
        var path = triaged();
        assertThat(act(path + "/decision", APPROVER, decision("REVALIDATE")).status())
                .isEqualTo(200);
        await().atMost(SOON).untilAsserted(() -> {
            var membership = read("/v1/memberships/" + id, APPROVER).json();
            assertThat(membership.path("revalidationDueOn").asString())
                    .isEqualTo(BusinessCalendar.shipped()
                            .dayOf(clock.instant())
                            .plusMonths(12)
                            .toString());
        });
        obligation("REVALIDATION", "VOID");
        obligation("REVALIDATION", "OPEN");
    }

    @Test
    void aMergerLeadsToACaseThatAnotherOfficerDecides() {
        var declared = http.post("/v1/change-reports")
                .by(owner)
                .json(Map.of("kind", "MERGER", "description", "We merged with Pine Ltd."))
                .send();
        assertThat(declared.status()).as(declared.text()).isEqualTo(201);
        assertThat(http.post("/v1/change-reports")
                        .by(owner)
                        .json(Map.of("kind", "RECORD", "description", "Something."))
                        .send()
                        .status())
                .isEqualTo(422);
        var path = declared.location();
        act(path + "/triage", INTAKE, Map.of("recommendation", "NEW_APPLICATION"));
        assertThat(act(path + "/decision", APPROVER, decision("NEW_APPLICATION"))
                        .status())
                .isEqualTo(200);
        var aCase =
                await().atMost(SOON).until(() -> first("/v1/compliance-cases?membership=" + id), JsonNode::isObject);
        assertThat(aCase.path("trigger").asString()).isEqualTo("CHANGE_REPORT");
        assertThat(aCase.path("suspendsByDefault").asBoolean()).isFalse();
        var step = Map.<String, Object>of("outcome", "NO_ACTION", "legalBasis", "Programme terms");
        assertThat(act("/v1/compliance-cases/" + aCase.path("caseId").asString() + "/decision", APPROVER, step)
                        .problem())
                .isEqualTo("decided-by-someone-else");
        assertThat(read("/v1/memberships/" + id, owner).json().path("state").asString())
                .isEqualTo("ACTIVE");
    }

    @Test
    void aReturnedReportIsTheCompanysDutyUntilItAnswers() {
        addSite();
        var path = triaged();
        act(path + "/decision", APPROVER, decision("RETURNED"));
        assertThat(obligation("CHANGE_REPORT", "OPEN").path("owner").asString()).isEqualTo("COMPANY");
        var answered = act(path + "/answer", owner, Map.of("answer", "It is a parking lot."));
        assertThat(answered.json().path("state").asString()).isEqualTo("REPORTED");
        obligation("CHANGE_REPORT", "MET");
        obligation("CHANGE_TRIAGE", "OPEN");
        assertThat(act(path + "/answer", owner, Map.of("answer", "Again.")).problem())
                .isEqualTo("wrong-state");
    }

    @Test
    void nothingIsLeftToDecideAfterTheWithdrawal() {
        addSite();
        report("REPORTED");
        act("/v1/memberships/" + id + "/withdrawal", owner, Map.of("reason", "We move."));
        report("VOID");
        assertThat(http.post("/v1/change-reports")
                        .by(owner)
                        .json(Map.of("kind", "OWNER", "description", "Sold."))
                        .send()
                        .problem())
                .isEqualTo("not-a-member");
    }

    /** Files an application, as every member has done: from then on officers rely on the record. */
    private void fileAnApplication() {
        var body = completeApplication(BusinessCalendar.shipped().dayOf(clock.instant()));
        var application =
                http.post("/v1/applications").by(owner).json(body).send().location();
        var submitted = act(application + "/submission", owner, Map.of());
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
    }

    private void addSite() {
        var more = new ArrayList<Object>(List.of(site()));
        var yard = site();
        yard.put("id", "sarnia");
        yard.put("name", "Sarnia yard");
        more.add(yard);
        record.put("sites", more);
        assertThat(amend().status()).isEqualTo(200);
    }

    private String triaged() {
        var path = path(report("REPORTED"));
        act(path + "/triage", INTAKE, Map.of("recommendation", "NO_EFFECT"));
        return path;
    }

    private Answer amend() {
        var path = "/v1/companies/" + number;
        return http.put(path)
                .by(owner)
                .ifMatch(read(path, owner).version())
                .json(record)
                .send();
    }

    private static Map<String, Object> decision(String outcome) {
        return Map.of("outcome", outcome, "reason", "As the facts are.", "legalBasis", "Programme terms");
    }

    private static Map<String, Object> visit(String site) {
        var decision = new HashMap<>(decision("VISIT"));
        decision.put("siteId", site);
        return decision;
    }

    private JsonNode report(String state) {
        return await().atMost(SOON)
                .until(() -> first("/v1/change-reports?membership=" + id + "&state=" + state), JsonNode::isObject);
    }

    private JsonNode obligation(String kind, String state) {
        return await().atMost(SOON)
                .until(
                        () -> first("/v1/obligations?membership=" + id + "&kind=" + kind + "&state=" + state),
                        JsonNode::isObject);
    }

    private List<JsonNode> list(String query) {
        var items = read("/v1/change-reports?membership=" + id + query, APPROVER)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private JsonNode first(String list) {
        return read(list, APPROVER).json().path("items").path(0);
    }

    private static JsonNode last(JsonNode items) {
        return items.path(items.size() - 1);
    }

    private static String path(JsonNode report) {
        return "/v1/change-reports/" + report.path("changeReportId").asString();
    }

    private Answer act(String path, TestTokens who, Object body) {
        var target = path.substring(0, path.lastIndexOf('/'));
        return http.post(path)
                .by(who)
                .ifMatch(read(target, APPROVER).version())
                .json(body)
                .send();
    }

    private Answer read(String path, TestTokens who) {
        return http.get(path).by(who).send();
    }
}
