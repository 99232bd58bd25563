package org.trustedtrader.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.StubIssuer;
import org.trustedtrader.platform.test.TestTokens;

/** A company's way through the service on the real parts, with the reports of assessment and validation put in. */
@EnrolmentServiceIT
class EnrolmentIT {

    private static final TestTokens INTAKE = TestTokens.user("olivia").roles("intake-officer");
    private static final TestTokens APPROVER = TestTokens.user("paul").roles("approver");
    private static final TestTokens INTELLIGENCE = TestTokens.user("iris").roles("intelligence-officer");
    private static final TestTokens MANAGER = TestTokens.user("morgan").roles("programme-manager");
    private static final TestTokens ALL_IN_ONE =
            TestTokens.user("erin").roles("intake-officer", "assessor", "validator", "approver");

    private final Http http;
    private final Clock clock;
    private final OtherServices others;
    private final String company = freshBusinessNumber();
    private final TestTokens owner =
            TestTokens.user("owner-" + company).roles("account-owner").company(company);

    EnrolmentIT(Http http, Clock clock, RabbitTemplate broker, BrokerProperties rabbit) {
        this.http = http;
        this.clock = clock;
        this.others = new OtherServices(broker, rabbit);
    }

    @Test
    void leadsACompanyFromRegistrationToSuspensionAndBack() {
        register();
        var application = "/v1/applications/" + file(Requests.completeApplication(today()));
        accept(application);
        assertThat(read(application, owner).json().path("findings").isNull()).isTrue();
        reviewed(application, "user:adam", "user:vera");
        awaitState(application, "DECISION");

        assertThat(act(application + "/approval", APPROVER, grounds())
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("APPROVED_PENDING_TERMS");
        var terms = read(application, owner).json().path("termsVersion").asString();
        assertThat(act(application + "/terms-signature", owner, Map.of("termsVersion", "1999-1"))
                        .problem())
                .isEqualTo("other-terms");
        act(application + "/terms-signature", owner, Map.of("termsVersion", terms));

        var membership = application.replace("applications", "memberships");
        awaitState(membership, "ACTIVE");
        assertThat(read(membership, owner).json().path("tier").asString()).isEqualTo("II");
        assertThat(http.post("/v1/applications").by(owner).json(draft()).send().problem())
                .isEqualTo("application-open");

        var suspended = act(membership + "/suspension", APPROVER, decision("SECURITY_INCIDENT"));
        assertThat(suspended.json().path("benefits").asBoolean()).isFalse();
        var alone = act(membership + "/reinstatement", APPROVER, decision("CAUSE_REMEDIED"));
        assertThat(alone.problem()).isEqualTo("proposal-needed");
        var proposal = new HashMap<String, Object>(decision("CAUSE_REMEDIED"));
        proposal.put("kind", "REINSTATEMENT");
        assertThat(act(membership + "/proposal", INTELLIGENCE, proposal).status())
                .isEqualTo(200);
        assertThat(act(membership + "/reinstatement", APPROVER, decision("CAUSE_REMEDIED"))
                        .problem())
                .isEqualTo("decided-by-someone-else");
        var back = act(membership + "/reinstatement", MANAGER, decision("CAUSE_REMEDIED"));
        assertThat(back.json().path("state").asString()).isEqualTo("ACTIVE");
        tellsTheCompanyInWhichRoleSomebodyActedAndOfficersWho(membership);

        act(membership + "/withdrawal", owner, reason());
        await().untilAsserted(() -> assertThat(http.post("/v1/applications")
                        .by(owner)
                        .json(draft())
                        .send()
                        .status())
                .isEqualTo(201));
    }

    @Test
    void asksWhetherTheOfficersAccountIsStillLive() {
        register();
        var application = "/v1/applications/" + file(Requests.completeApplication(today()));
        accept(application);
        reviewed(application, "user:adam", "user:vera");
        awaitState(application, "DECISION");
        var dismissed = TestTokens.user("dismissed-" + company).roles("approver");
        StubIssuer.running().disable("dismissed-" + company);
        assertThat(act(application + "/approval", dismissed, grounds()).problem())
                .isEqualTo("not-allowed");

        act(application + "/approval", APPROVER, grounds());
        act(application + "/terms-signature", owner, Map.of("termsVersion", "2026-1"));
        var membership = application.replace("applications", "memberships");
        awaitState(membership, "ACTIVE");
        assertThat(act(membership + "/suspension", dismissed, decision("CONVICTION"))
                        .problem())
                .isEqualTo("not-allowed");
        assertThat(read(membership, owner).json().path("benefits").asBoolean()).isTrue();
    }

    @Test
    void aStatementSignedAfterTodayIsNotEligible() {
        register();
        var declarations = Requests.completeApplication(today());
        declarations.put("statementOfSupport", Map.of("signedOn", "2999-12-31", "signatoryPosition", "President"));
        var refused = act("/v1/applications/" + file(declarations) + "/submission", owner, null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-eligible");
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("statementOfSupport");
    }

    @Test
    void progressIsToldInTheReadersLanguage() {
        register();
        var progress = "/v1/applications/" + file(draft()) + "/progress";
        var french =
                http.get(progress).by(owner).header("Accept-Language", "fr-CA").send();
        assertThat(french.text()).contains("L’énoncé d’appui de la haute direction manque.");
        assertThat(read(progress, owner).text()).contains("The senior management’s statement of support is missing.");
    }

    @Test
    void keepsTheNoteOfTheVettingFromTheCompany() {
        register();
        var application = "/v1/applications/" + file(Requests.completeApplication(today()));
        accept(application);
        act(application + "/vetting", INTAKE, Map.of("outcome", "CONCERNS", "note", "An informant says so."));
        assertThat(read(application + "/history", INTAKE).text()).contains("An informant says so.");
        assertThat(read(application + "/history", owner).text())
                .contains("vetted")
                .doesNotContain("informant")
                .doesNotContain("CONCERNS")
                .doesNotContain("user:olivia");
    }

    private void tellsTheCompanyInWhichRoleSomebodyActedAndOfficersWho(String membership) {
        var forCompany = read(membership + "/history", owner).json().path("items");
        assertThat(forCompany.valueStream().map(line -> line.path("change").asString()))
                .containsExactly("started", "suspended", "proposed", "reinstated");
        assertThat(forCompany.path(1).path("role").asString()).isEqualTo("approver");
        assertThat(forCompany.path(1).path("actor").isNull()).isTrue();
        var forOfficers = read(membership + "/history", INTAKE).json().path("items");
        assertThat(forOfficers.path(1).path("actor").asString()).isEqualTo("user:paul");
    }

    @Test
    void refusesAnEarlySubmissionAndListsWhatIsMissing() {
        var sparse = Requests.company(company);
        sparse.remove("carrierCode");
        sparse.remove("sites");
        http.post("/v1/companies").by(owner).json(sparse).send();
        var application = "/v1/applications/" + file(draft());

        var refused = act(application + "/submission", owner, null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("application-incomplete");
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString()))
                .contains("company.sites", "company.carrierCode", "facilities", "trade", "statementOfSupport");
        assertThat(refused.text()).contains("Canadian carrier code", "Canada Border Services Agency", "section 12.1");
        var french = http.get(application + "/progress")
                .by(owner)
                .header("Accept-Language", "fr")
                .send();
        assertThat(french.text()).contains("code de transporteur canadien");
        assertThat(read(application + "/progress", owner).json().path("missing").size())
                .isEqualTo(refused.json().path("errors").size());
    }

    @Test
    void refusesWhoWorkedOnTheFileAsItsApprover() {
        register();
        var application = "/v1/applications/" + file(Requests.completeApplication(today()));
        accept(application);
        reviewed(application, "user:erin", "user:vera");
        awaitState(application, "DECISION");

        var refused = act(application + "/approval", ALL_IN_ONE, grounds());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("decided-by-someone-else");
    }

    @Test
    void takesInReportsThatCameBeforeTheApplicationWasReady() {
        register();
        var application = "/v1/applications/" + file(Requests.completeApplication(today()));
        var id = id(application);
        others.visitClosed(id, company, "user:vera", 12);
        others.assessmentCompleted(id, "user:adam", 9);
        others.assessmentAnswered(id, 4);
        accept(application);
        act(application + "/vetting", INTAKE, Map.of("outcome", "CLEAR"));
        awaitState(application, "DECISION");
    }

    @Test
    void lapsesAnApplicationThatWasReturnedAndForgotten() {
        register();
        var application = "/v1/applications/" + file(Requests.completeApplication(today()));
        act(application + "/submission", owner, null);
        act(application + "/completeness-check", INTAKE, null);
        act(application + "/return", INTAKE, reason());
        var oscar = TestTokens.user("oscar").roles("operator");
        var moved = http.post("/v1/programme-clock/movements")
                .by(oscar)
                .json(Map.of("days", 66))
                .send();
        assertThat(moved.status()).isEqualTo(201);
        awaitState(application, "LAPSED");
        assertThat(http.get("/v1/programme-clock")
                        .by(owner)
                        .send()
                        .json()
                        .path("offsetSeconds")
                        .asLong())
                .isGreaterThanOrEqualTo(66 * 86_400L);
    }

    @Test
    void refusesACarrierCodeThatIsConfirmedToBeAnotherCompanys() {
        var first = register();
        confirm("/v1/companies/" + company + "/identifiers/carrier-code/"
                + first.json().path("carrierCode").asString());
        var other = freshBusinessNumber();
        var intruder = TestTokens.user("owner-" + other).roles("account-owner").company(other);
        var claim = Requests.company(other);
        claim.put("carrierCode", first.json().path("carrierCode").asString());

        assertThat(http.post("/v1/companies").by(intruder).json(claim).send().problem())
                .isEqualTo("identifier-claimed");
        assertThat(http.get("/v1/companies/" + other).by(intruder).send().status())
                .isEqualTo(404);
        http.post("/v1/companies").by(intruder).json(Requests.company(other)).send();
        assertThat(http.put("/v1/companies/" + other)
                        .by(intruder)
                        .ifMatch(1)
                        .json(claim)
                        .send()
                        .problem())
                .isEqualTo("identifier-claimed");
    }

    @Test
    void freezesTheIdentifiersOfACompanyThatHasFiled() {
        var registered = register();
        var application = "/v1/applications/" + file(Requests.completeApplication(today()));
        var record = "/v1/companies/" + company;
        var same = Requests.company(company);
        same.put("carrierCode", registered.json().path("carrierCode").asString());
        same.put("legalName", "Maple Leaf Transport Ltd.");
        act(application + "/submission", owner, null);

        var other = Requests.company(company);
        assertThat(http.put(record).by(owner).ifMatch(1).json(other).send().problem())
                .isEqualTo("identifiers-frozen");
        assertThat(http.put(record).by(owner).ifMatch(1).json(same).send().status())
                .isEqualTo(200);
        act(application + "/withdrawal", owner, reason());
        await().untilAsserted(() -> assertThat(http.put(record)
                        .by(owner)
                        .ifMatch(read(record, owner).version())
                        .json(other)
                        .send()
                        .status())
                .isEqualTo(200));
    }

    @Test
    void answersAnotherCompanysFileLikeOneThatDoesNotExist() {
        register();
        var application = "/v1/applications/" + file(draft());
        var other = freshBusinessNumber();
        var intruder = TestTokens.user("owner-" + other).roles("account-owner").company(other);
        assertThat(read(application, intruder).status()).isEqualTo(404);
        assertThat(http.get("/v1/applications?company=" + company)
                        .by(intruder)
                        .send()
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void pagesThroughALongList() {
        register();
        file(draft());
        var numbers = new java.util.ArrayList<String>();
        String after = null;
        do {
            var page = http.get("/v1/companies?limit=1" + (after == null ? "" : "&after=" + after))
                    .by(INTAKE)
                    .send()
                    .json();
            page.path("items").forEach(c -> numbers.add(c.path("businessNumber").asString()));
            after = page.path("next").isNull() ? null : page.path("next").asString();
        } while (after != null);
        assertThat(numbers).contains(company).doesNotHaveDuplicates().isSorted();
    }

    private LocalDate today() {
        return BusinessCalendar.shipped().dayOf(clock.instant());
    }

    private void confirm(String identifier) {
        var answer = act(identifier + "/confirmation", INTAKE, Map.of("source", "Register of carrier codes"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Answer register() {
        var answer = http.post("/v1/companies")
                .by(owner)
                .json(Requests.company(company))
                .send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private String file(Map<String, Object> body) {
        var answer = http.post("/v1/applications").by(owner).json(body).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id(answer.location());
    }

    private void accept(String application) {
        act(application + "/submission", owner, null);
        act(application + "/completeness-check", INTAKE, null);
        assertThat(act(application + "/acceptance", INTAKE, null)
                        .json()
                        .path("acceptedAt")
                        .isString())
                .isTrue();
    }

    private void reviewed(String application, String assessor, String validator) {
        var id = id(application);
        others.assessmentAnswered(id, 4);
        awaitState(application, "IN_REVIEW");
        others.assessmentCompleted(id, assessor, 9);
        act(application + "/vetting", INTAKE, Map.of("outcome", "CLEAR", "note", "No concerns about the owners."));
        awaitState(application, "VALIDATION_PENDING");
        others.visitClosed(id, company, validator, 12);
    }

    /** Reads the newest version first, and again if the review moved on in between, as a person would. */
    private Answer act(String path, TestTokens who, @org.jspecify.annotations.Nullable Map<String, Object> body) {
        var record = path.substring(0, path.lastIndexOf('/'));
        for (var attempt : List.of(1, 2, 3, 4, 5)) {
            var call = http.post(path).by(who).ifMatch(read(record, who).version());
            var answer = (body == null ? call : call.json(body)).send();
            if (answer.status() != 412) {
                return answer;
            }
        }
        throw new AssertionError("always overtaken at " + path);
    }

    private Answer read(String path, TestTokens who) {
        return http.get(path).by(who).send();
    }

    private void awaitState(String path, String state) {
        await().untilAsserted(() -> {
            var answer = read(path, INTAKE);
            assertThat(answer.json().path("state").asString()).as(answer.text()).isEqualTo(state);
        });
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
