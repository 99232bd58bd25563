package org.trustedtrader.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.*;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.enrolment.OtherServices.OrderedVisit;
import org.trustedtrader.enrolment.application.EndApplication;
import org.trustedtrader.enrolment.application.FollowReview;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.application.ReapplicationPolicy;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;

/** An approval stays true until the terms are signed, and a denial has its safeguards: on the real parts, over HTTP. */
@EnrolmentServiceIT
class ApprovalIT {

    private static final TestTokens INTAKE = TestTokens.user("olivia").roles("intake-officer");
    private static final TestTokens IDA = TestTokens.user("ida").roles("intelligence-officer");
    private static final TestTokens PAUL = TestTokens.user("paul").roles("approver");
    private static final TestTokens PAULA = TestTokens.user("paula").roles("approver");

    private final Http http;
    private final OtherServices others;
    private final MembershipApplications applications;
    private final FollowReview follow;
    private final Clock clock;
    private final String company = freshBusinessNumber();
    private final TestTokens owner =
            TestTokens.user("owner-" + company).roles("account-owner").company(company);
    private String application = "";

    ApprovalIT(
            Http http,
            RabbitTemplate broker,
            BrokerProperties rabbit,
            MembershipApplications applications,
            FollowReview follow,
            Clock clock) {
        this.http = http;
        this.others = new OtherServices(broker, rabbit);
        this.applications = applications;
        this.follow = follow;
        this.clock = clock;
    }

    @BeforeEach
    void anAcceptedApplication() {
        http.post("/v1/companies").by(owner).json(company(company)).send();
        var filed = http.post("/v1/applications")
                .by(owner)
                .json(completeApplication(BusinessCalendar.shipped().dayOf(clock.instant())))
                .send();
        application = filed.location();
        act("submission", owner, null);
        act("completeness-check", INTAKE, null);
        assertThat(act("acceptance", INTAKE, null).status()).isEqualTo(200);
    }

    @Test
    void anUnsatisfactorySiteIsNotOutweighedByAnotherOne() {
        reviewed();
        ordered("windsor", "CLOSED", "UNSATISFACTORY", 3);
        awaitObjection("windsor");
        ordered("calgary", "CLOSED", "SATISFACTORY", 3);
        awaitSites(2);
        var refused = act("approval", PAUL, grounds());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("approval-refused");
        assertThat(refused.text()).contains("windsor").doesNotContain("calgary");
        ordered("windsor", "CLOSED", "SATISFACTORY", 3);
        await().untilAsserted(() ->
                assertThat(act("approval", PAUL, grounds()).status()).isEqualTo(200));
    }

    @Test
    void noApprovalWhileAVisitIsOpen() {
        reviewed();
        var visit = ordered("calgary", "DUE", "", 1);
        awaitObjection("calgary");
        others.visit(id(), company, new OrderedVisit(visit, "calgary", "CANCELLED", ""), 2);
        await().untilAsserted(() ->
                assertThat(act("approval", PAUL, grounds()).status()).isEqualTo(200));
    }

    @Test
    void aVisitThatNamesNoFileBelongsToTheOneThatTheCompanyHasOpen() {
        reviewed();
        var visit = new OrderedVisit(UUID.randomUUID().toString(), "calgary", "CLOSED", "UNSATISFACTORY");
        others.visit(null, company, visit, 4);
        awaitObjection("calgary");
    }

    @Test
    void aLaterFactTakesTheApprovalBackToTheDecision() {
        reviewed();
        act("approval", PAUL, grounds());
        ordered("calgary", "CLOSED", "UNSATISFACTORY", 5);
        awaitState("DECISION");
        assertThat(act("terms-signature", owner, Map.of("termsVersion", "2026-1"))
                        .problem())
                .isEqualTo("wrong-state");
        var progress = get("/progress", owner);
        assertThat(progress.json().path("turn").asString()).isEqualTo("PROGRAMME");
        assertThat(progress.json().path("replyDueAt").isNull()).isTrue();
        assertThat(progress.json().path("clock").asString()).isEqualTo("RUNNING");
        assertThat(progress.json().path("stops").path(0).path("reason").asString())
                .isEqualTo("APPROVED");
        assertThat(progress.text()).doesNotContain("user:paul");
        assertThat(get("/progress", INTAKE).text()).contains("user:paul");
        assertThat(get("/history", owner).text())
                .contains("approval-taken-back")
                .doesNotContain("calgary");
        assertThat(get("/history", INTAKE).text()).contains("calgary");
    }

    @Test
    void aConcernStopsTheDecisionUntilSomebodyElseClearsIt() {
        others.assessmentCompleted(id(), "user:adam", 9);
        act("vetting", INTAKE, Map.of("outcome", "CLEAR"));
        awaitState("VALIDATION_PENDING");
        assertThat(act("vetting", INTAKE, Map.of("outcome", "CONCERNS", "note", "A tip."))
                        .status())
                .isEqualTo(200);
        others.visitClosed(id(), company, "user:vera", 12);
        awaitState("DECISION");
        assertThat(act("approval", PAUL, grounds()).text()).contains("VettingClear");
        assertThat(act("vetting", INTAKE, Map.of("outcome", "CLEAR")).problem()).isEqualTo("cleared-by-someone-else");
        assertThat(act("vetting", IDA, Map.of("outcome", "CLEAR")).status()).isEqualTo(200);
        assertThat(act("approval", PAUL, grounds()).status()).isEqualTo(200);
        assertThat(act("vetting", IDA, Map.of("outcome", "CONCERNS"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("DECISION");
    }

    @Test
    void aQuestionStopsTheClockUntilTheCompanyAnswers() {
        assertThat(act("information-requests", INTAKE, Map.of("question", "Who owns the yard?"))
                        .status())
                .isEqualTo(200);
        var stopped = get("/progress", owner).json();
        assertThat(stopped.path("turn").asString()).isEqualTo("APPLICANT");
        assertThat(stopped.path("clock").asString()).isNotEqualTo("RUNNING");
        assertThat(act("information", owner, Map.of("answer", "We do, since 2019."))
                        .status())
                .isEqualTo(200);
        assertThat(get("/history", INTAKE).text()).contains("We do, since 2019.");
        assertThat(act("information", owner, Map.of("answer", "Again.")).status())
                .isEqualTo(409);
    }

    @Test
    void headquartersSendsAFileBackToTheReview() {
        reviewed();
        var sent = act("send-back", PAUL, reason());
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(get("/history", owner).text()).contains("Because of the test.");
    }

    @Test
    void aHighRiskNeedsTwoApproversAndAnAgreedPlan() {
        reviewed();
        others.assessmentOfHighRisk(id(), false, 13);
        await().untilAsserted(() ->
                assertThat(act("approval", PAUL, grounds()).text()).contains("ActionPlanAgreed"));
        others.assessmentOfHighRisk(id(), true, 14);
        await().untilAsserted(() ->
                assertThat(act("approval", PAUL, grounds()).problem()).isEqualTo("proposal-needed"));
        assertThat(act("approval-proposal", PAUL, grounds()).status()).isEqualTo(200);
        assertThat(get("", PAULA)
                        .json()
                        .path("findings")
                        .path("approvalProposedBy")
                        .asString())
                .isEqualTo("user:paul");
        assertThat(get("/history", owner).text())
                .contains("approval-proposed")
                .doesNotContain("Everything is in order.");
        assertThat(act("approval", PAUL, grounds()).problem()).isEqualTo("decided-by-someone-else");
        assertThat(act("approval", PAULA, grounds()).status()).isEqualTo(200);
    }

    @Test
    void aManagerNamesWhoDecidesWhereNoOtherOfficerIsLeft() {
        reviewed();
        var both = TestTokens.user("adam").roles("approver");
        await().untilAsserted(() ->
                assertThat(act("approval", both, grounds()).problem()).isEqualTo("decided-by-someone-else"));
        var manager = TestTokens.user("morgan").roles("programme-manager");
        var oneself = Map.<String, Object>of("matter", "DECISION", "officer", "user:morgan", "reason", "We are two.");
        assertThat(act("decider", manager, oneself).problem()).isEqualTo("decided-by-someone-else");
        var adam = Map.<String, Object>of("matter", "DECISION", "officer", "user:adam", "reason", "We are two.");
        assertThat(act("decider", manager, adam).status()).isEqualTo(200);
        assertThat(get("/history", owner).text()).contains("decider-named").doesNotContain("We are two.");
        assertThat(get("/history", PAUL).text()).contains("We are two.");
        assertThat(act("approval", both, grounds()).status()).isEqualTo(200);
    }

    @Test
    void aSpecialConsiderationNeedsTwoOfficers() {
        act("withdrawal", owner, reason());
        application =
                http.post("/v1/applications").by(owner).json(draft()).send().location();
        var until = BusinessCalendar.shipped().dayOf(clock.instant()).plusYears(1);
        var exemption = Map.<String, Object>of(
                "section", "SOLVENCY", "reason", "A restructuring.", "expiresOn", until.toString());
        assertThat(act("special-considerations", PAUL, exemption).problem()).isEqualTo("proposal-needed");
        assertThat(act("special-consideration-proposals", PAUL, exemption).status())
                .isEqualTo(200);
        assertThat(get("", owner).text()).doesNotContain("restructuring");
        assertThat(get("/history", owner).text()).doesNotContain("restructuring");
        assertThat(act("special-considerations", PAUL, exemption).problem()).isEqualTo("decided-by-someone-else");
        var longer = Map.<String, Object>of(
                "section",
                "SOLVENCY",
                "reason",
                "A restructuring.",
                "expiresOn",
                until.plusDays(1).toString());
        assertThat(act("special-considerations", PAULA, longer).status()).isEqualTo(422);
        assertThat(act("special-considerations", PAULA, exemption).status()).isEqualTo(200);
    }

    @Test
    void aDenialOnADisqualifyingFactWaitsForNoVisitAndTheCompanyWaitsAfterIt() {
        assertThat(act("intent-to-deny", PAULA, grounds()).problem()).isEqualTo("disqualifying-fact-missing");
        var intended = act("intent-to-deny", PAULA, onAFact());
        assertThat(intended.json().path("state").asString()).isEqualTo("INTENT_TO_DENY");
        assertThat(get("/progress", owner).json().path("denial").path("reason").asString())
                .isEqualTo("A conviction of 2025.");
        act("informal-review", owner, reason());
        assertThat(act("denial", PAULA, grounds()).problem()).isEqualTo("decided-by-someone-else");
        assertThat(act("denial", PAULA, grounds()).text())
                .contains("user:olivia")
                .contains("user:paula");
        var denied = act("denial", PAUL, Map.of("reason", "The conviction stands.", "legalBasis", "s. 11.1"));
        assertThat(denied.json().path("denial").path("reason").asString()).isEqualTo("The conviction stands.");

        var day = get("", owner).json().path("mayApplyAgainOn").asString();
        assertThat(get("/progress", owner).json().path("mayApplyAgainOn").asString())
                .isEqualTo(day);
        assertThat(get("/progress", owner).json().path("denial").path("reason").asString())
                .isEqualTo("The conviction stands.");
        var tooEarly = http.post("/v1/applications").by(owner).json(draft()).send();
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.problem()).isEqualTo("reapplication-too-early");
        assertThat(tooEarly.text()).contains(day);
        var list = http.get("/v1/applications").by(owner).send();
        assertThat(list.json().path("items").path(0).path("mayApplyAgainOn").asString())
                .isEqualTo(day);
    }

    @Test
    void anUnansweredIntentBecomesADenial() {
        act("intent-to-deny", PAULA, onAFact());
        var inTwoMonths = Clock.offset(clock, Duration.ofDays(62));
        var end = new EndApplication(applications, follow, new ReapplicationPolicy(12, "a test"), inTwoMonths);
        assertThat(applications.overdue(inTwoMonths.instant(), 500)).contains(id());
        end.unanswered(id());
        assertThat(get("", owner).json().path("state").asString()).isEqualTo("DENIED");
        assertThat(get("/progress", owner).json().path("denial").path("outcome").asString())
                .isEqualTo("DENIED_UNANSWERED");
    }

    @Test
    void aWithdrawalFromAnIntentIsShownToIntakeInTheNextFile() {
        act("intent-to-deny", PAULA, onAFact());
        assertThat(act("withdrawal", owner, reason()).json().path("state").asString())
                .isEqualTo("WITHDRAWN");
        var before = id();
        application =
                http.post("/v1/applications").by(owner).json(draft()).send().location();
        var earlier = get("", INTAKE).json().path("earlierFiles").path(0);
        assertThat(earlier.path("applicationId").asString()).isEqualTo(before);
        assertThat(earlier.path("outcome").asString()).isEqualTo("WITHDRAWN_BEFORE_DENIAL");
        assertThat(earlier.path("reason").asString()).isEqualTo("A conviction of 2025.");
    }

    @Test
    void anUnknownFactAndAnUnknownFieldAreRefused() {
        var unknown = Map.<String, Object>of(
                "reason", "A conviction.", "legalBasis", "s. 11.1", "disqualifyingFact", "BAD_LUCK");
        assertThat(act("intent-to-deny", PAULA, unknown).status()).isBetween(400, 422);
        var misspelt = Map.<String, Object>of("reason", "A conviction.", "legalBasis", "s. 11.1", "fact", "CONVICTION");
        assertThat(act("intent-to-deny", PAULA, misspelt).status()).isBetween(400, 422);
    }

    private static Map<String, Object> onAFact() {
        return Map.of("reason", "A conviction of 2025.", "legalBasis", "s. 11.1", "disqualifyingFact", "CONVICTION");
    }

    private void reviewed() {
        others.assessmentCompleted(id(), "user:adam", 9);
        act("vetting", INTAKE, Map.of("outcome", "CLEAR"));
        others.visitClosed(id(), company, "user:vera", 12);
        awaitState("DECISION");
    }

    private String ordered(String site, String state, String outcome, long version) {
        var visit = UUID.randomUUID().toString();
        others.visit(id(), company, new OrderedVisit(visit, site, state, outcome), version);
        return visit;
    }

    private void awaitObjection(String site) {
        await().untilAsserted(() ->
                assertThat(get("", INTAKE).json().path("findings").toString()).contains(site));
        assertThat(act("approval", PAUL, grounds()).text()).contains(site);
    }

    private void awaitSites(int visited) {
        await().untilAsserted(() -> assertThat(
                        get("", INTAKE).json().path("findings").path("sites").size())
                .isEqualTo(visited));
    }

    private void awaitState(String state) {
        await().untilAsserted(() -> {
            var answer = get("", INTAKE);
            assertThat(answer.json().path("state").asString()).as(answer.text()).isEqualTo(state);
        });
    }

    /** Reads the newest version first, and again if the review moved on in between, as a person would. */
    private Answer act(String command, TestTokens who, @Nullable Map<String, Object> body) {
        for (var attempt : List.of(1, 2, 3, 4, 5)) {
            var call = http.post(application + "/" + command)
                    .by(who)
                    .ifMatch(get("", who).version());
            var answer = (body == null ? call : call.json(body)).send();
            if (answer.status() != 412) {
                return answer;
            }
        }
        throw new AssertionError("always overtaken at " + command);
    }

    private Answer get(String part, TestTokens who) {
        return http.get(application + part).by(who).send();
    }

    private String id() {
        return application.substring(application.lastIndexOf('/') + 1);
    }
}
