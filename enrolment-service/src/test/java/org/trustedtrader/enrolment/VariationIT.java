package org.trustedtrader.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.completeApplication;
import static org.trustedtrader.enrolment.Requests.draft;
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

/** A member applies for another line of business, on real events and the database. */
@EnrolmentServiceIT
class VariationIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final TestTokens INTAKE = TestTokens.user("olivia").roles("intake-officer");
    private static final TestTokens APPROVER = TestTokens.user("paul").roles("approver");

    private final Http http;
    private final Clock clock;
    private final OtherServices others;
    private final String number = freshBusinessNumber();
    private final Map<String, Object> record = Requests.company(number);
    private final TestTokens owner =
            TestTokens.user("owner-" + number).roles("account-owner").company(number);
    private String application = "";
    private String membership = "";

    VariationIT(Http http, Clock clock, RabbitTemplate broker, BrokerProperties rabbit) {
        this.http = http;
        this.clock = clock;
        this.others = new OtherServices(broker, rabbit);
    }

    @BeforeEach
    void aHighwayCarrierThatTakesUpImporting() {
        http.post("/v1/companies").by(owner).json(record).send();
        application = file(completeApplication(BusinessCalendar.shipped().dayOf(clock.instant())))
                .location();
        approve(application);
        sign(application);
        membership = application.replace("applications", "memberships");
        awaitState(membership, "ACTIVE");
        record.put("linesOfBusiness", List.of("HIGHWAY_CARRIER", "IMPORTER"));
        var company = "/v1/companies/" + number;
        var amended = http.put(company)
                .by(owner)
                .ifMatch(read(company, owner).version())
                .json(record)
                .send();
        assertThat(amended.status()).as(amended.text()).isEqualTo(200);
    }

    @Test
    void anApprovedVariationAddsItsLinesAndTheMemberGivesOneUp() {
        assertThat(file(variation("HIGHWAY_CARRIER")).status()).isEqualTo(422);
        var filed = file(variation("IMPORTER"));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        assertThat(filed.json().path("kind").asString()).isEqualTo("VARIATION");
        assertThat(file(variation("EXPORTER")).problem()).isEqualTo("application-open");
        var variation = filed.location();
        var other = new HashMap<>(draft());
        other.put("kind", "MEMBERSHIP");
        assertThat(http.put(variation)
                        .by(owner)
                        .ifMatch(read(variation, owner).version())
                        .json(other)
                        .send()
                        .status())
                .isEqualTo(422);

        approve(variation);
        assertThat(lines()).containsExactly("HIGHWAY_CARRIER");
        sign(variation);
        await().atMost(SOON).untilAsserted(() -> assertThat(lines()).containsExactly("IMPORTER", "HIGHWAY_CARRIER"));
        assertThat(read(variation.replace("applications", "memberships"), owner).status())
                .as("a variation starts no membership")
                .isEqualTo(404);
        assertThat(file(draft()).problem()).isEqualTo("application-open");

        var removal = Map.<String, Object>of("line", "HIGHWAY_CARRIER", "reason", "We sold the trucks.");
        assertThat(act(membership + "/line-removal", owner, removal).status()).isEqualTo(200);
        assertThat(lines()).containsExactly("IMPORTER");
        assertThat(act(membership + "/line-removal", owner, removal).status()).isEqualTo(422);
        assertThat(act(membership + "/line-removal", owner, Map.of("line", "IMPORTER", "reason", "All of it."))
                        .problem())
                .isEqualTo("last-line");
    }

    @Test
    void aDeniedVariationLeavesTheMembershipAsItIs() {
        var variation = file(variation("IMPORTER")).location();
        accept(variation);
        var denial = new HashMap<String, Object>(grounds());
        denial.put("disqualifyingFact", "CONVICTION");
        var intent = act(variation + "/intent-to-deny", APPROVER, denial);
        assertThat(intent.status()).as(intent.text()).isEqualTo(200);
        http.post("/v1/programme-clock/movements")
                .by(TestTokens.user("oscar").roles("operator"))
                .json(Map.of("days", 40))
                .send();
        awaitState(variation, "DENIED");
        assertThat(read(membership, owner).json().path("state").asString()).isEqualTo("ACTIVE");
        assertThat(read(application, owner).json().path("state").asString()).isEqualTo("APPROVED");
        assertThat(file(variation("IMPORTER")).problem()).isEqualTo("reapplication-too-early");

        act(membership + "/withdrawal", owner, reason());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(file(draft()).status())
                        .as("the denial of a variation keeps nobody from membership")
                        .isEqualTo(201));
        assertThat(file(variation("IMPORTER")).problem()).isEqualTo("not-a-member");
    }

    @Test
    void anOpenVariationEndsWithTheMembershipAndAWithdrawnOneEndsNothing() {
        var first = file(variation("IMPORTER")).location();
        assertThat(act(first + "/withdrawal", owner, reason()).status()).isEqualTo(200);
        assertThat(read(membership, owner).json().path("state").asString()).isEqualTo("ACTIVE");
        var second = file(variation("IMPORTER")).location();
        accept(second);
        act(membership + "/withdrawal", owner, reason());
        awaitState(second, "LAPSED");
    }

    private Map<String, Object> variation(String line) {
        var body = completeApplication(BusinessCalendar.shipped().dayOf(clock.instant()));
        body.put("kind", "VARIATION");
        body.put("linesOfBusiness", List.of(line));
        return body;
    }

    private Answer file(Map<String, Object> body) {
        return http.post("/v1/applications").by(owner).json(body).send();
    }

    private void accept(String path) {
        var submitted = act(path + "/submission", owner, null);
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        act(path + "/completeness-check", INTAKE, null);
        assertThat(act(path + "/acceptance", INTAKE, null).status()).isEqualTo(200);
    }

    private void approve(String path) {
        accept(path);
        var id = path.substring(path.lastIndexOf('/') + 1);
        others.assessmentAnswered(id, 4);
        awaitState(path, "IN_REVIEW");
        others.assessmentCompleted(id, "user:adam", 9);
        act(path + "/vetting", INTAKE, Map.of("outcome", "CLEAR", "note", "No concerns."));
        awaitState(path, "VALIDATION_PENDING");
        others.visitClosed(id, number, "user:vera", 12);
        awaitState(path, "DECISION");
        var approved = act(path + "/approval", APPROVER, grounds());
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
    }

    private void sign(String path) {
        var terms = read(path, owner).json().path("termsVersion").asString();
        assertThat(act(path + "/terms-signature", owner, Map.of("termsVersion", terms))
                        .status())
                .isEqualTo(200);
    }

    private List<String> lines() {
        return read(membership, owner)
                .json()
                .path("linesOfBusiness")
                .valueStream()
                .map(line -> line.asString())
                .toList();
    }

    private void awaitState(String path, String state) {
        await().atMost(SOON).untilAsserted(() -> {
            var answer = read(path, INTAKE);
            assertThat(answer.json().path("state").asString()).as(answer.text()).isEqualTo(state);
        });
    }

    /** Reads the newest version first, and again if the review moved on in between, as a person would. */
    private Answer act(String path, TestTokens who, @Nullable Map<String, Object> body) {
        var target = path.substring(0, path.lastIndexOf('/'));
        for (int attempt = 0; attempt < 5; attempt++) {
            var call = http.post(path).by(who).ifMatch(read(target, who).version());
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
}
