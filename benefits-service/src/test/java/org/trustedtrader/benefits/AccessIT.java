package org.trustedtrader.benefits;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.trustedtrader.platform.test.Caller.APPROVER;
import static org.trustedtrader.platform.test.Caller.ASSESSOR;
import static org.trustedtrader.platform.test.Caller.AUDITOR;
import static org.trustedtrader.platform.test.Caller.BORDER_SYSTEM;
import static org.trustedtrader.platform.test.Caller.INTAKE_OFFICER;
import static org.trustedtrader.platform.test.Caller.INTELLIGENCE_OFFICER;
import static org.trustedtrader.platform.test.Caller.OTHER_OWNER;
import static org.trustedtrader.platform.test.Caller.OWN_COMPANY;
import static org.trustedtrader.platform.test.Caller.OWN_FULL_USER;
import static org.trustedtrader.platform.test.Caller.OWN_LIMITED_USER;
import static org.trustedtrader.platform.test.Caller.OWN_OWNER;
import static org.trustedtrader.platform.test.Caller.PROGRAMME_MANAGER;
import static org.trustedtrader.platform.test.Caller.VALIDATOR;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.PolicyFixtures;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.platform.test.AccessRow;
import org.trustedtrader.platform.test.AccessTableTests;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;

@ServiceIT
class AccessIT {

    private static final Caller[] OFFICERS = {
        INTAKE_OFFICER, ASSESSOR, VALIDATOR, APPROVER, INTELLIGENCE_OFFICER, AUDITOR, PROGRAMME_MANAGER
    };
    private static final String NOBODY = "555666773";
    /** Far from the policies of other tests, and within the years for which one may be proposed. */
    private static final String POLICY = PolicyFixtures.file(
                    "access", Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(5 * 365)))
            .toString();

    private static final Map<String, Object> QUESTION = Map.of(
            "port", "0453",
            "mode", "HIGHWAY",
            "direction", "INTO_CANADA",
            "arrivalAt", Instant.now().toString(),
            "carrierCode", "77YY",
            "importers", List.of("987654324RM0001"),
            "originCountry", "US",
            "regulatedGoods", false);

    private final Http http;
    private final RequestMappingHandlerMapping endpoints;

    AccessIT(
            Http http,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints,
            BorderStatus memory) {
        this.http = http;
        this.endpoints = endpoints;
        memory.apply(TraderFixtures.carrier(1, TraderFixtures.MONDAY.minusSeconds(86_400 * 60)));
    }

    @TestFactory
    Stream<DynamicTest> access() {
        var manager = PROGRAMME_MANAGER.token().orElseThrow();
        http.post("/v1/policies").by(manager).json(POLICY).send();
        var decision = http.post("/v1/crossings")
                .by(BORDER_SYSTEM.token().orElseThrow())
                .json(QUESTION)
                .send()
                .json()
                .get("decisionId")
                .asString();
        return AccessTableTests.of("benefits", http, endpoints)
                .rows(
                        AccessRow.of(GET, "/v1/entitlements/{bn9}")
                                .at("/v1/entitlements/" + OWN_COMPANY, "/v1/entitlements/" + NOBODY)
                                .allows(OFFICERS)
                                .allows(OWN_OWNER, OWN_FULL_USER, OWN_LIMITED_USER)
                                .hidesFrom(OTHER_OWNER),
                        AccessRow.of(GET, "/v1/eligibility/{scheme}/{id}")
                                .at("/v1/eligibility/bn15/987654324RM0001")
                                .allows(OFFICERS)
                                .allows(BORDER_SYSTEM),
                        AccessRow.of(POST, "/v1/eligibility/batch")
                                .with(call ->
                                        call.json(Map.of("items", List.of(Map.of("scheme", "BN9", "id", NOBODY)))))
                                .allows(OFFICERS)
                                .allows(BORDER_SYSTEM),
                        AccessRow.of(POST, "/v1/eligibility/stream")
                                .with(call -> call.body(
                                        "application/x-ndjson",
                                        "{\"scheme\":\"bn9\"}\n".getBytes(StandardCharsets.UTF_8)))
                                .allows(OFFICERS)
                                .allows(BORDER_SYSTEM),
                        AccessRow.of(POST, "/v1/crossings")
                                .with(call -> call.json(QUESTION))
                                .allows(OFFICERS)
                                .allows(BORDER_SYSTEM),
                        AccessRow.of(GET, "/v1/decisions/{id}")
                                .at("/v1/decisions/" + decision)
                                .allows(OFFICERS),
                        AccessRow.of(GET, "/v1/status/snapshot")
                                .allows(OFFICERS)
                                .allows(BORDER_SYSTEM),
                        AccessRow.of(GET, "/v1/status/changes")
                                .at("/v1/status/changes?epoch=another&after=0")
                                .allows(OFFICERS)
                                .allows(BORDER_SYSTEM),
                        AccessRow.of(GET, "/v1/status/keys").allows(OFFICERS).allows(BORDER_SYSTEM),
                        AccessRow.of(GET, "/v1/examinations/rates")
                                .at("/v1/examinations/rates?from=2026-11-01&to=2026-11-30")
                                .allows(OFFICERS),
                        AccessRow.of(GET, "/v1/ports").allowsEverybodySignedIn(),
                        AccessRow.of(GET, "/v1/policies").allows(OFFICERS).allows(BORDER_SYSTEM),
                        AccessRow.of(GET, "/v1/policies/{version}")
                                .at("/v1/policies/access")
                                .allows(OFFICERS)
                                .allows(BORDER_SYSTEM),
                        AccessRow.of(POST, "/v1/policies")
                                .with(call -> call.json(POLICY))
                                .allows(PROGRAMME_MANAGER),
                        AccessRow.of(POST, "/v1/policies/{version}/preview")
                                .at("/v1/policies/access/preview")
                                .allows(PROGRAMME_MANAGER, APPROVER, AUDITOR),
                        AccessRow.of(POST, "/v1/policies/{version}/publication")
                                .at("/v1/policies/access/publication")
                                .with(call -> call.ifMatch(1))
                                .allows(APPROVER),
                        AccessRow.of(POST, "/v1/policies/{version}/withdrawal")
                                .at("/v1/policies/access/withdrawal")
                                .with(call -> call.ifMatch(1).json(Map.of("reasonCode", "TEST")))
                                .allows(PROGRAMME_MANAGER, APPROVER))
                .rows(recognition())
                .checks();
    }

    private static List<AccessRow> recognition() {
        var partner = "/v1/mra/partners/US-CTPAT";
        return List.of(
                AccessRow.of(GET, "/v1/mra/partners").allows(OFFICERS),
                AccessRow.of(POST, "/v1/mra/partners/{partner}/lists")
                        .at(partner + "/lists?kind=FULL&sequence=1&drawnAt=2026-01-01T00:00:00Z")
                        .with(call -> call.body("text/csv", "tin".getBytes(StandardCharsets.UTF_8)))
                        .allows(PROGRAMME_MANAGER),
                AccessRow.of(GET, "/v1/mra/partners/{partner}/lists/{id}")
                        .at(partner + "/lists/none", partner + "/lists/nothing")
                        .hidesFrom(OFFICERS),
                AccessRow.of(POST, "/v1/mra/partners/{partner}/lists/{id}/confirmation")
                        .at(partner + "/lists/none/confirmation", partner + "/lists/nothing/confirmation")
                        .hidesFrom(PROGRAMME_MANAGER, APPROVER),
                AccessRow.of(GET, "/v1/mra/partners/{partner}/quarantine")
                        .at(partner + "/quarantine")
                        .allows(OFFICERS),
                AccessRow.of(POST, "/v1/mra/partners/{partner}/suspensions")
                        .at(partner + "/suspensions", partner + "/suspensions")
                        .with(call -> call.json(Map.of("tin", "USNOBODY1", "reasonCode", "SECURITY")))
                        .hidesFrom(PROGRAMME_MANAGER),
                AccessRow.of(GET, "/v1/mra/export")
                        .at("/v1/mra/export?kind=DELTA")
                        .allows(PROGRAMME_MANAGER),
                AccessRow.of(GET, "/v1/mra/exports/{id}")
                        .at("/v1/mra/exports/none", "/v1/mra/exports/nothing")
                        .hidesFrom(OFFICERS),
                AccessRow.of(POST, "/v1/mra/exports/{id}/acknowledgement")
                        .at("/v1/mra/exports/none/acknowledgement", "/v1/mra/exports/nothing/acknowledgement")
                        .with(call -> call.json(Map.of("partner", "US-CTPAT", "checksum", "0".repeat(64))))
                        .hidesFrom(PROGRAMME_MANAGER));
    }
}
