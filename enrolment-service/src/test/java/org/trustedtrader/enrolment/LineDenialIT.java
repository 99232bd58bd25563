package org.trustedtrader.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.completeApplication;
import static org.trustedtrader.enrolment.Requests.freshBusinessNumber;
import static org.trustedtrader.enrolment.Requests.grounds;
import static org.trustedtrader.enrolment.Requests.reason;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;

/** One of two lines of business is denied or given up, and the other becomes a membership. */
@EnrolmentServiceIT
class LineDenialIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final TestTokens INTAKE = TestTokens.user("olivia").roles("intake-officer");
    private static final TestTokens PAULA = TestTokens.user("paula").roles("approver");
    private static final TestTokens PAUL = TestTokens.user("paul").roles("approver");
    private static final TestTokens PETRA = TestTokens.user("petra").roles("approver");

    private final Http http;
    private final Clock clock;
    private final OtherServices others;
    private final String number = freshBusinessNumber();
    private final TestTokens owner =
            TestTokens.user("owner-" + number).roles("account-owner").company(number);
    private String application = "";

    LineDenialIT(Http http, Clock clock, RabbitTemplate broker, BrokerProperties rabbit) {
        this.http = http;
        this.clock = clock;
        this.others = new OtherServices(broker, rabbit);
    }

    @BeforeEach
    void aCarrierThatImports() {
        var company = Requests.company(number);
        company.put("linesOfBusiness", List.of("HIGHWAY_CARRIER", "IMPORTER"));
        http.post("/v1/companies").by(owner).json(company).send();
        var body = completeApplication(BusinessCalendar.shipped().dayOf(clock.instant()));
        body.put("linesOfBusiness", List.of("HIGHWAY_CARRIER", "IMPORTER"));
        var filed = http.post("/v1/applications").by(owner).json(body).send();
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        application = filed.location();
        good(act("submission", owner, null));
        good(act("completeness-check", INTAKE, null));
        good(act("acceptance", INTAKE, null));
        var id = id();
        others.assessmentAnswered(id, 4);
        awaitState("IN_REVIEW");
        others.assessmentCompleted(id, "user:adam", 9);
        good(act("vetting", INTAKE, Map.of("outcome", "CLEAR")));
        awaitState("VALIDATION_PENDING");
        others.visitClosed(id, number, "user:vera", 12);
        awaitState("DECISION");
    }

    @Test
    void theMembershipHoldsTheLinesThatWereNotDenied() {
        assertThat(act("intent-to-deny", PAULA, intent("EXPORTER")).status()).isEqualTo(422);
        assertThat(act("intent-to-deny", PAULA, intent("BAKERY")).status()).isBetween(400, 422);
        good(act("intent-to-deny", PAULA, intent("IMPORTER")));
        assertThat(verdicts()).containsEntry("IMPORTER", "INTENT_TO_DENY").containsEntry("HIGHWAY_CARRIER", "PENDING");
        good(act("informal-review", owner, reason()));
        assertThat(act("denial", PAULA, grounds()).problem()).isEqualTo("decided-by-someone-else");
        good(act("denial", PAUL, grounds()));
        awaitState("DECISION");
        good(act("approval", PETRA, grounds()));
        var terms = read(owner).json().path("termsVersion").asString();
        good(act("terms-signature", owner, Map.of("termsVersion", terms)));
        assertThat(verdicts()).containsEntry("IMPORTER", "DENIED").containsEntry("HIGHWAY_CARRIER", "APPROVED");

        var membership = application.replace("applications", "memberships");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(http.get(membership)
                                .by(owner)
                                .send()
                                .json()
                                .path("linesOfBusiness")
                                .valueStream()
                                .map(line -> line.asString()))
                        .containsExactly("HIGHWAY_CARRIER"));
        var again = completeApplication(BusinessCalendar.shipped().dayOf(clock.instant()));
        again.put("kind", "VARIATION");
        again.put("linesOfBusiness", List.of("IMPORTER"));
        assertThat(http.post("/v1/applications").by(owner).json(again).send().problem())
                .isEqualTo("reapplication-too-early");
    }

    @Test
    void theCompanyGivesTheLineUpAndIsApprovedAtOnceForTheOther() {
        good(act("intent-to-deny", PAULA, intent("IMPORTER")));
        var other = Map.<String, Object>of("lines", List.of("HIGHWAY_CARRIER"), "reason", "No.");
        assertThat(act("line-withdrawal", owner, other).status()).isEqualTo(422);
        var line = Map.<String, Object>of("lines", List.of("IMPORTER"), "reason", "We stopped importing.");
        good(act("line-withdrawal", owner, line));
        awaitState("DECISION");
        assertThat(act("line-withdrawal", owner, other).problem()).isEqualTo("last-line");
        good(act("approval", PETRA, grounds()));
        assertThat(verdicts()).containsEntry("IMPORTER", "WITHDRAWN").containsEntry("HIGHWAY_CARRIER", "APPROVED");
    }

    private static Map<String, Object> intent(String line) {
        var body = new HashMap<>(grounds());
        body.put("lines", List.of(line));
        return body;
    }

    private Map<String, String> verdicts() {
        var verdicts = new HashMap<String, String>();
        read(owner)
                .json()
                .path("lines")
                .valueStream()
                .forEach(line -> verdicts.put(
                        line.path("line").asString(), line.path("verdict").asString()));
        return verdicts;
    }

    private String id() {
        return application.substring(application.lastIndexOf('/') + 1);
    }

    private static void good(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void awaitState(String state) {
        await().atMost(SOON).untilAsserted(() -> {
            var answer = read(INTAKE);
            assertThat(answer.json().path("state").asString()).as(answer.text()).isEqualTo(state);
        });
    }

    /** Reads the newest version first, and again if the review moved on in between, as a person would. */
    private Answer act(String verb, TestTokens who, @Nullable Map<String, Object> body) {
        for (int attempt = 0; attempt < 5; attempt++) {
            var call = http.post(application + "/" + verb)
                    .by(who)
                    .ifMatch(read(who).version());
            var answer = (body == null ? call : call.json(body)).send();
            if (answer.status() != 412) {
                return answer;
            }
        }
        throw new AssertionError("always overtaken at " + verb);
    }

    private Answer read(TestTokens who) {
        return http.get(application).by(who).send();
    }
}
