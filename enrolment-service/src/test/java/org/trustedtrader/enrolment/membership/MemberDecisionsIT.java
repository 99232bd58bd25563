package org.trustedtrader.enrolment.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.decision;
import static org.trustedtrader.enrolment.Requests.freshBusinessNumber;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.enrolment.EnrolmentServiceIT;
import org.trustedtrader.enrolment.OtherServices;
import org.trustedtrader.enrolment.Requests;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** What officers decide about a member besides cases and revalidations: appeals, action plans, waivers, named deciders. */
@EnrolmentServiceIT
class MemberDecisionsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, Object> STEP = Map.of("legalBasis", "Customs Act, s. 11.1");
    private static final TestTokens APPROVER = TestTokens.user("paul").roles("approver");
    private static final TestTokens MANAGER = TestTokens.user("morgan").roles("programme-manager");
    private static final TestTokens ASSESSOR = TestTokens.user("adam").roles("assessor");
    private static final TestTokens VALIDATOR = TestTokens.user("vera").roles("validator");
    private static final TestTokens IDA = TestTokens.user("ida").roles("intelligence-officer", "approver");

    private final Http http;
    private final StartMembership start;
    private final Clock clock;
    private final OtherServices others;
    private final String company = freshBusinessNumber();
    private final String id = UUID.randomUUID().toString();
    private final String membership = "/v1/memberships/" + id;
    private final TestTokens owner =
            TestTokens.user("owner-" + company).roles("account-owner").company(company);

    MemberDecisionsIT(Http http, StartMembership start, Clock clock, RabbitTemplate broker, BrokerProperties rabbit) {
        this.http = http;
        this.start = start;
        this.clock = clock;
        this.others = new OtherServices(broker, rabbit);
    }

    @BeforeEach
    void aMember() {
        http.post("/v1/companies").by(owner).json(Requests.company(company)).send();
        start.from(id, new Membership.Approved(company, Set.of(LineOfBusiness.IMPORTER)));
        obligation("REVALIDATION", "OPEN");
    }

    @Test
    void anAppealIsProposedTakenBackAndAllowedByAnOfficerWhomTheManagerNamed() {
        cancelled();
        assertThat(good(act(membership + "/appeal", owner, Map.of("reason", "It was another company.")))
                        .path("state")
                        .asString())
                .isEqualTo("APPEAL_PENDING");
        var proposal = new HashMap<String, Object>(decision("APPEAL_ALLOWED"));
        proposal.put("kind", "APPEAL_DECISION");
        good(act(membership + "/proposal", VALIDATOR, proposal));
        good(act(membership + "/proposal-withdrawal", VALIDATOR, Map.of("reason", "Too early.")));
        var allowed = Map.<String, Object>of("outcome", "ALLOWED", "legalBasis", "Customs Act, s. 11.1");
        assertThat(act(membership + "/appeal-decision", APPROVER, allowed).problem())
                .isEqualTo("proposal-needed");
        good(act(membership + "/proposal", VALIDATOR, proposal));
        assertThat(act(membership + "/appeal-decision", APPROVER, allowed).problem())
                .as("who opened the case")
                .isEqualTo("decided-by-someone-else");
        var manager = TestTokens.user("mary").roles("programme-manager");
        assertThat(act(membership + "/decider", manager, naming("user:nobody")).problem())
                .isEqualTo("naming-not-needed");
        good(act(membership + "/decider", manager, naming("user:paul")));
        assertThat(http.get(membership + "/history").by(MANAGER).send().text())
                .contains("user:paul: Nobody else is left.");
        var decided = good(act(membership + "/appeal-decision", APPROVER, allowed));
        assertThat(decided.path("state").asString()).isEqualTo("ACTIVE");
        assertThat(decided.path("benefits").asBoolean()).isTrue();
    }

    @Test
    void anAppealThatIsDismissedEndsTheMembership() {
        cancelled();
        act(membership + "/appeal", owner, Map.of("reason", "It was another company."));
        var proposal = new HashMap<String, Object>(decision("APPEAL_DISMISSED"));
        proposal.put("kind", "APPEAL_DECISION");
        good(act(membership + "/proposal", VALIDATOR, proposal));
        var dismissed = Map.<String, Object>of("outcome", "DISMISSED", "legalBasis", "Customs Act, s. 11.1");
        assertThat(good(act(membership + "/appeal-decision", IDA, dismissed))
                        .path("state")
                        .asString())
                .isEqualTo("CANCELLED_FINAL");
    }

    @Test
    void anActionPlanIsCompletedOnceItsActionsAreVerified() {
        var due = BusinessCalendar.shipped().dayOf(clock.instant()).plusDays(60);
        others.mustAction(id, company, due, "AGREED", 4);
        obligation("MUST_ACTION", "OPEN");
        assertThat(good(act(membership + "/action-plan", ASSESSOR, STEP))
                        .path("actionPlanAgreedOn")
                        .isString())
                .isTrue();
        assertThat(act(membership + "/action-plan-completion", ASSESSOR, STEP).problem())
                .isEqualTo("actions-open");
        others.mustAction(id, company, due, "VERIFIED", 5);
        obligation("MUST_ACTION", "MET");
        assertThat(good(act(membership + "/action-plan-completion", ASSESSOR, STEP))
                        .path("actionPlanAgreedOn")
                        .isNull())
                .isTrue();
    }

    @Test
    void anObligationIsWaivedByTwoAndTheCompanyReadsWhy() {
        var due = BusinessCalendar.shipped().dayOf(clock.instant()).plusDays(60);
        others.mustAction(id, company, due, "AGREED", 4);
        var duty = path(obligation("MUST_ACTION", "OPEN"));
        var proposal = Map.of("kind", "WAIVER", "reason", "The yard was sold.");
        good(act(duty + "/proposal", MANAGER, proposal));
        var waived = good(act(duty + "/waiver", APPROVER, Map.of("reason", "There is nothing left to mend.")));
        assertThat(waived.path("state").asString()).isEqualTo("WAIVED");
        assertThat(http.get(duty + "/history").by(owner).send().text())
                .contains("There is nothing left to mend.")
                .doesNotContain("The yard was sold.");
    }

    @Test
    void whoSuspendedGrantsMoreTimeForItsConfirmationOnlyWhenNamed() {
        good(act(membership + "/suspension", IDA, decision("CONVICTION")));
        var confirmation = obligation("SUSPENSION_CONFIRMATION", "OPEN");
        var duty = path(confirmation);
        var until =
                BusinessCalendar.shipped().dayOf(clock.instant()).plusDays(20).toString();
        good(act(
                duty + "/proposal",
                VALIDATOR,
                Map.of("kind", "EXTENSION", "dueOn", until, "reason", "The court decides on Monday.")));
        var extension = Map.<String, Object>of("dueOn", until, "reason", "The court decides on Monday.");
        assertThat(act(duty + "/extension", IDA, extension).problem()).isEqualTo("decided-by-someone-else");
        assertThat(act(duty + "/decider", MANAGER, naming("user:vera")).problem())
                .isEqualTo("decided-by-someone-else");
        good(act(duty + "/decider", MANAGER, naming("user:ida")));
        assertThat(good(act(duty + "/extension", IDA, extension)).path("dueOn").asString())
                .isEqualTo(until);
    }

    @Test
    void whoMadeTheVisitDecidesItsCaseOnlyWhenNamed() {
        others.memberVisitClosed(id, company, "UNSATISFACTORY", clock.instant(), 7);
        var opened = await().atMost(SOON)
                .until(
                        () -> http.get("/v1/compliance-cases?membership=" + id)
                                .by(MANAGER)
                                .send()
                                .json()
                                .path("items")
                                .path(0),
                        JsonNode::isObject);
        var aCase = "/v1/compliance-cases/" + opened.path("caseId").asString();
        var visitor = TestTokens.user("vera").roles("validator", "approver");
        var nothing = Map.<String, Object>of("outcome", "NO_ACTION", "legalBasis", "Customs Act, s. 11.1");
        assertThat(act(aCase + "/decision", visitor, nothing).problem()).isEqualTo("decided-by-someone-else");
        good(act(aCase + "/decider", MANAGER, naming("user:vera")));
        assertThat(good(act(aCase + "/decision", visitor, nothing))
                        .path("state")
                        .asString())
                .isEqualTo("DECIDED");
    }

    /** By the manager, in a case that Paul opened. */
    private void cancelled() {
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
        http.get(aCase).by(owner).send();
        good(act(aCase + "/answer", owner, Map.of("answer", "We appealed to the court.")));
        var outcome = Map.<String, Object>of("outcome", "CANCELLATION", "legalBasis", "Customs Act, s. 11.1");
        good(act(aCase + "/decision", MANAGER, outcome));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(http.get(membership)
                                .by(owner)
                                .send()
                                .json()
                                .path("state")
                                .asString())
                        .isEqualTo("CANCELLED"));
    }

    private JsonNode obligation(String kind, String state) {
        return await().atMost(SOON)
                .until(
                        () -> http.get("/v1/obligations?membership=" + id + "&kind=" + kind + "&state=" + state)
                                .by(MANAGER)
                                .send()
                                .json()
                                .path("items")
                                .path(0),
                        JsonNode::isObject);
    }

    private static String path(JsonNode obligation) {
        return "/v1/obligations/" + obligation.path("obligationId").asString();
    }

    private static Map<String, Object> naming(String officer) {
        return Map.of("officer", officer, "reason", "Nobody else is left.");
    }

    private static JsonNode good(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(List.of(200, 201));
        return answer.json();
    }

    private Answer act(String path, TestTokens who, Object body) {
        var target = path.substring(0, path.lastIndexOf('/'));
        return http.post(path)
                .by(who)
                .ifMatch(http.get(target).by(MANAGER).send().version())
                .json(body)
                .send();
    }
}
