package org.trustedtrader.validation;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.trustedtrader.platform.test.Caller.*;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.trustedtrader.platform.test.AccessRow;
import org.trustedtrader.platform.test.AccessTableTests;
import org.trustedtrader.platform.test.Caller;

/** Every endpoint × every caller; commands carry an outdated version, so that an admitted caller changes nothing. */
class AccessIT extends ValidationServiceContext {

    private static final Caller[] OFFICERS = {
        INTAKE_OFFICER, ASSESSOR, VALIDATOR, APPROVER, INTELLIGENCE_OFFICER, AUDITOR, PROGRAMME_MANAGER
    };
    private static final Caller[] OWN = {OWN_OWNER, OWN_FULL_USER, OWN_LIMITED_USER};
    private static final Map<String, Object> REASON = Map.of("reason", "Because");
    private static final Map<String, Object> COMMENT = Map.of("comment", "So be it");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping endpoints;

    @TestFactory
    Stream<DynamicTest> access() {
        return AccessTableTests.of("validation", http, endpoints)
                .rows(reading())
                .rows(arranging())
                .rows(fieldwork())
                .rows(settling())
                .keepsFiles(ENROLMENT::opensFilesTo)
                .checks();
    }

    private List<AccessRow> reading() {
        var order = Map.of("type", "AD_HOC", "company", COMPANY, "riskRating", "LOW", "reason", "A tip");
        return List.of(
                AccessRow.of(GET, "/v1/visits").allows(OFFICERS).allows(OWN).allows(OTHER_OWNER),
                at(GET, "").allows(OFFICERS).allows(OWN).hidesFrom(OTHER_OWNER),
                at(GET, "/history").allows(OFFICERS),
                at(GET, "/slot-suggestions").allows(VALIDATOR, PROGRAMME_MANAGER),
                AccessRow.of(GET, "/v1/visits/plan")
                        .at("/v1/visits/plan?year=2026")
                        .allows(PROGRAMME_MANAGER, AUDITOR),
                AccessRow.of(POST, "/v1/visits").with(call -> call.json(order)).allows(VALIDATOR, PROGRAMME_MANAGER));
    }

    private List<AccessRow> arranging() {
        return List.of(
                command("/proposal", proposal(MovableClock.START)).allows(VALIDATOR),
                command("/notification", Map.of()).allows(VALIDATOR),
                company("/confirmation", Map.of("slot", 1)),
                company("/refusal", REASON),
                company("/rescheduling", Map.of("slot", 1, "reason", "Flu")).allows(VALIDATOR),
                command("/cancellation", REASON).allows(VALIDATOR, PROGRAMME_MANAGER));
    }

    private List<AccessRow> fieldwork() {
        var finding = Map.of("kind", "RECOMMENDATION", "area", "SEALS", "text", "Train");
        var areas = Map.of("areas", List.of(Map.of("area", "SEALS", "level", "LOW", "note", "Good")));
        return List.of(
                command("/start", people()).allows(VALIDATOR),
                command("/take-over", Map.of("officer", "user:x", "reason", "Illness"))
                        .allows(PROGRAMME_MANAGER),
                command("/no-show", REASON).allows(VALIDATOR, PROGRAMME_MANAGER),
                command("/findings", finding).allows(VALIDATOR),
                command("/fieldwork", areas).allows(VALIDATOR),
                at(PUT, "/report")
                        .with(call -> call.ifMatch(99).json(Map.of("summary", "All well")))
                        .allows(VALIDATOR),
                command("/report/issuance", Map.of()).allows(VALIDATOR),
                company("/report/acknowledgement", Map.of()),
                command("/report/extension", Map.of("days", 5, "reason", "Illness"))
                        .allows(VALIDATOR));
    }

    private List<AccessRow> settling() {
        return List.of(
                company("/findings/{finding}/response", Map.of("response", "Done")),
                command("/findings/{finding}/acceptance", COMMENT).allows(VALIDATOR),
                command("/findings/{finding}/dispute", COMMENT).allows(VALIDATOR),
                command("/findings/{finding}/resolution", COMMENT).allows(VALIDATOR),
                command("/findings/{finding}/decision", Map.of("decision", "UPHELD", "comment", "It stands"))
                        .allows(VALIDATOR, PROGRAMME_MANAGER),
                command("/closing", Map.of("outcome", "SATISFACTORY")).allows(VALIDATOR));
    }

    private AccessRow company(String intent, Map<String, ?> body) {
        return command(intent, body).allows(OWN_OWNER, OWN_FULL_USER).hidesFrom(OTHER_OWNER);
    }

    private AccessRow command(String intent, Map<String, ?> body) {
        return at(POST, intent)
                .with(call ->
                        body.isEmpty() ? call.ifMatch(99) : call.ifMatch(99).json(body));
    }

    private AccessRow at(HttpMethod method, String intent) {
        var address = intent.replace("{finding}", "F1");
        return AccessRow.of(method, "/v1/visits/{id}" + intent)
                .at(aDueVisit() + address, "/v1/visits/initial-" + UUID.randomUUID() + address);
    }
}
