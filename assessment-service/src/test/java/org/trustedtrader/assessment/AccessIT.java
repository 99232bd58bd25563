package org.trustedtrader.assessment;

import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.trustedtrader.platform.test.Caller.APPROVER;
import static org.trustedtrader.platform.test.Caller.ASSESSOR;
import static org.trustedtrader.platform.test.Caller.AUDITOR;
import static org.trustedtrader.platform.test.Caller.INTAKE_OFFICER;
import static org.trustedtrader.platform.test.Caller.INTELLIGENCE_OFFICER;
import static org.trustedtrader.platform.test.Caller.OTHER_OWNER;
import static org.trustedtrader.platform.test.Caller.OWN_FULL_USER;
import static org.trustedtrader.platform.test.Caller.OWN_LIMITED_USER;
import static org.trustedtrader.platform.test.Caller.OWN_OWNER;
import static org.trustedtrader.platform.test.Caller.PROGRAMME_MANAGER;
import static org.trustedtrader.platform.test.Caller.SERVICE;
import static org.trustedtrader.platform.test.Caller.VALIDATOR;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.trustedtrader.platform.test.AccessRow;
import org.trustedtrader.platform.test.AccessTableTests;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestTokens;

/** One row per endpoint. Changes are sent with an old version: who may make them hears so, and nothing changes. */
@ServiceIT
class AccessIT {

    private static final Caller[] OFFICERS = {
        INTAKE_OFFICER, ASSESSOR, VALIDATOR, APPROVER, INTELLIGENCE_OFFICER, AUDITOR, PROGRAMME_MANAGER
    };
    private static final Caller[] COMPANY = {OWN_OWNER, OWN_FULL_USER};
    private static final String ONE = "/v1/assessments/{id}";
    private static final String NOTHING = "/v1/assessments/" + UUID.randomUUID();

    private final Http http;
    private final Enrolment enrolment;
    private final RequestMappingHandlerMapping mapping;
    private String assessment = "";

    AccessIT(
            Http http,
            RabbitTemplate rabbit,
            TopicExchange exchange,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.http = http;
        this.enrolment = new Enrolment(rabbit, exchange, http);
        this.mapping = mapping;
    }

    @TestFactory
    Stream<DynamicTest> access() {
        enrolment.companyWithASite("S1");
        String earlier = enrolment.applicationOfACarrier();
        assessment = enrolment.applicationOfACarrier();
        var steps = new Steps(http);
        String file = steps.attach(assessment, "A3CHY", "a.pdf", "application/pdf", Steps.PDF)
                .json()
                .path("fileId")
                .asString();
        var answer = Map.of("criterion", "NR63S", "value", "YES");
        var comment = Map.of("comment", "Seen.");
        return AccessTableTests.of("assessment", http, mapping)
                .rows(threatLists())
                .rows(
                        AccessRow.of(GET, "/v1/criteria")
                                .allowsEverybodySignedIn()
                                .ofNoFile(),
                        AccessRow.of(GET, "/v1/criteria/versions")
                                .allowsEverybodySignedIn()
                                .ofNoFile(),
                        AccessRow.of(GET, "/v1/criteria/{criterion}")
                                .at("/v1/criteria/NR63S")
                                .allowsEverybodySignedIn()
                                .ofNoFile(),
                        AccessRow.of(GET, "/v1/assessments")
                                .allows(OFFICERS)
                                .allows(COMPANY)
                                .allows(OWN_LIMITED_USER, OTHER_OWNER),
                        read(""),
                        read("/profile"),
                        read("/history"),
                        read("/evidence"),
                        AccessRow.of(GET, ONE + "/evidence/{fileId}")
                                .at(assessment + "/evidence/" + file, NOTHING + "/evidence/" + file)
                                .allows(OFFICERS)
                                .allows(COMPANY)
                                .allows(OWN_LIMITED_USER)
                                .hidesFrom(OTHER_OWNER),
                        site(GET, "/measures", OFFICERS).allows(COMPANY).allows(OWN_LIMITED_USER),
                        site(GET, "/measures/{measure}", OFFICERS)
                                .allows(COMPANY)
                                .allows(OWN_LIMITED_USER),
                        site(GET, "/history", OFFICERS).allows(COMPANY).allows(OWN_LIMITED_USER),
                        site(PUT, "/measures/{measure}", COMPANY)
                                .with(call -> call.ifMatch(7).json(Map.of("state", "PRESENT", "seenOn", "2026-11-23"))),
                        read("/supply-chain"),
                        read("/risk"),
                        read("/earlier-profiles"),
                        read("/actions"),
                        change(POST, "/answers", Map.of("answers", List.of(answer)), COMPANY)
                                .hidesFrom(OTHER_OWNER),
                        AccessRow.of(PUT, ONE + "/answers/{criterion}")
                                .at(assessment + "/answers/NR63S", NOTHING + "/answers/NR63S")
                                .with(call -> call.ifMatch(1).json(Map.of("value", "YES")))
                                .allows(COMPANY)
                                .hidesFrom(OTHER_OWNER),
                        AccessRow.of(POST, ONE + "/evidence")
                                .at(assessment + "/evidence" + aFile(), NOTHING + "/evidence" + aFile())
                                .with(call -> call.ifMatch(1).body("application/pdf", Steps.PDF))
                                .allows(COMPANY)
                                .hidesFrom(OTHER_OWNER),
                        change(PUT, "/supply-chain", Map.of("legs", List.of()), COMPANY)
                                .hidesFrom(OTHER_OWNER),
                        change(
                                        POST,
                                        "/take-over",
                                        Map.of("assessmentId", earlier.substring(earlier.lastIndexOf('/') + 1)),
                                        COMPANY)
                                .hidesFrom(OTHER_OWNER),
                        change(POST, "/carry-over", Map.of(), COMPANY).hidesFrom(OTHER_OWNER),
                        change(POST, "/submission", Map.of(), OWN_OWNER).hidesFrom(OTHER_OWNER),
                        change(POST, "/catalogue-adoption", Map.of("version", "9"), COMPANY)
                                .hidesFrom(OTHER_OWNER),
                        change(
                                POST,
                                "/review",
                                Map.of("judgements", List.of(Map.of("criterion", "NR63S", "verdict", "ACCEPT"))),
                                ASSESSOR),
                        change(
                                POST,
                                "/exemption-proposals",
                                Map.of("criterion", "NR63S", "reason", "None.", "until", "2099-01-01"),
                                ASSESSOR,
                                APPROVER),
                        change(
                                POST,
                                "/exemptions",
                                Map.of("criterion", "NR63S", "reason", "None.", "until", "2099-01-01"),
                                APPROVER),
                        change(POST, "/completion", comment, ASSESSOR),
                        change(
                                POST,
                                "/reopening",
                                Map.of("cause", "OFFICER", "reason", "Look again."),
                                ASSESSOR,
                                INTELLIGENCE_OFFICER),
                        change(POST, "/risk/what-if", Map.of(), OWN_OWNER, OWN_FULL_USER)
                                .allows(ASSESSOR, APPROVER, INTELLIGENCE_OFFICER)
                                .hidesFrom(OTHER_OWNER),
                        change(POST, "/actions", Map.of("criterion", "NR63S", "weakness", "Weak."), ASSESSOR),
                        action("/agreement", Map.of("ownerFunction", "Security", "plan", "Mend it."), COMPANY)
                                .hidesFrom(OTHER_OWNER),
                        action("/start", Map.of(), COMPANY).hidesFrom(OTHER_OWNER),
                        action("/submission", Map.of("outcome", "Mended."), COMPANY)
                                .hidesFrom(OTHER_OWNER),
                        action("/verification", comment, ASSESSOR),
                        action("/rejection", comment, ASSESSOR),
                        action("/extension", Map.of("dueOn", "2099-01-01", "reason", "Holidays."), APPROVER),
                        AccessRow.of(GET, "/internal/assessments/{id}/review-basis")
                                .at(assessment.replace("/v1/", "/internal/") + "/review-basis")
                                .allows(SERVICE))
                .keepsFiles(this::breakGlass)
                .checks();
    }

    private List<AccessRow> threatLists() {
        var noun = "/v1/threat-lists";
        var one = noun + "/{version}";
        var levels = Map.of("CA", Map.of("TERRORISM", 1));
        var list = Map.of(
                "version",
                "access",
                "effectiveFrom",
                LocalDate.now(ZoneOffset.UTC).plusDays(3_300).toString(),
                "source",
                "A test.",
                "otherwise",
                2,
                "places",
                levels);
        http.post(noun).by(PROGRAMME_MANAGER.token().orElseThrow()).json(list).send();
        return List.of(
                AccessRow.of(GET, noun).allows(OFFICERS).ofNoFile(),
                AccessRow.of(POST, noun)
                        .with(call -> call.json(list))
                        .allows(PROGRAMME_MANAGER)
                        .ofNoFile(),
                AccessRow.of(GET, one).at(noun + "/access").allows(OFFICERS).ofNoFile(),
                AccessRow.of(GET, one + "/history")
                        .at(noun + "/access/history")
                        .allows(OFFICERS)
                        .ofNoFile(),
                AccessRow.of(POST, one + "/preview")
                        .at(noun + "/access/preview")
                        .allows(PROGRAMME_MANAGER, APPROVER, AUDITOR)
                        .ofNoFile(),
                AccessRow.of(POST, one + "/publication")
                        .at(noun + "/access/publication")
                        .with(call -> call.ifMatch(999))
                        .allows(PROGRAMME_MANAGER, APPROVER)
                        .ofNoFile(),
                AccessRow.of(POST, one + "/withdrawal")
                        .at(noun + "/access/withdrawal")
                        .with(call -> call.ifMatch(999).json(Map.of("reasonCode", "TEST")))
                        .allows(PROGRAMME_MANAGER, APPROVER)
                        .ofNoFile());
    }

    private void breakGlass(String officer) {
        enrolment.regionAccess(officer);
        String name = officer.substring("user:".length());
        var caller = TestTokens.user(name).roles("assessor").regions("CA-YT");
        await().until(() -> http.get(assessment).by(caller).send().status() == 200);
    }

    private AccessRow read(String part) {
        return AccessRow.of(GET, ONE + part)
                .at(assessment + part, NOTHING + part)
                .allows(OFFICERS)
                .allows(COMPANY)
                .allows(OWN_LIMITED_USER)
                .hidesFrom(OTHER_OWNER);
    }

    private AccessRow site(HttpMethod method, String part, Caller... allowed) {
        String at = "/sites/S1" + part.replace("{measure}", "FENCE");
        return AccessRow.of(method, ONE + "/sites/{siteId}" + part)
                .at(assessment + at, NOTHING + at)
                .allows(allowed)
                .hidesFrom(OTHER_OWNER);
    }

    private AccessRow change(HttpMethod method, String part, Map<String, ?> body, Caller... allowed) {
        return AccessRow.of(method, ONE + part)
                .at(assessment + part, NOTHING + part)
                .with(call -> call.ifMatch(1).json(body))
                .allows(allowed);
    }

    private AccessRow action(String step, Map<String, ?> body, Caller... allowed) {
        String part = "/actions/A3CHY-1" + step;
        return AccessRow.of(POST, ONE + "/actions/{actionId}" + step)
                .at(assessment + part, NOTHING + part)
                .with(call -> call.ifMatch(1).json(body))
                .allows(allowed);
    }

    private static String aFile() {
        return "?criterion=A3CHY&fileName=b.pdf";
    }
}
