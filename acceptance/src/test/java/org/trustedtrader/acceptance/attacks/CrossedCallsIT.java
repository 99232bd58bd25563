package org.trustedtrader.acceptance.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trustedtrader.acceptance.RealmAdministrator;
import org.trustedtrader.acceptance.SharedPlatform;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Callers;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.Reply;
import org.trustedtrader.acceptance.journey.Cast;
import org.trustedtrader.acceptance.journey.Walk;

/**
 * A caller of another company receives the same answer for a company's record as for one that does not exist, at every
 * endpoint that the services document.
 */
@Tag("slow")
class CrossedCallsIT {

    private static final String VICTIM = "200000008";
    private static final String NOBODY = "100000009";
    private static final String PARTNER = "987654324";
    private static final List<String> OWNED = List.of(
            "companies",
            "applications",
            "memberships",
            "obligations",
            "compliance-cases",
            "change-reports",
            "annual-reviews",
            "letters",
            "assessments",
            "visits",
            "entitlements",
            "consents");
    private static final List<String> READERS = List.of(
            "mallory.owner", "erin.everything", "pm.morgan", "iris.intelligence", "audrey.auditor", "oscar.operator");

    private static final Callers CALLERS = SharedPlatform.platform().callers();
    private static String application = "";
    private static String obligation = "";
    private static String complianceCase = "";
    private static String changeReport = "";
    private static String annualReview = "";
    private static String letter = "";

    @BeforeAll
    static void aMemberWithAFullFile() {
        RealmAdministrator.ofThePlatform().accountOwner("at-owner", VICTIM);
        var cast = Cast.of(CALLERS, SharedPlatform.platform().broker());
        var walk = Walk.of(CALLERS, cast, "at-owner", VICTIM, "AT01");
        walk.toTheAgreedVisit();
        Walk.passVisits(List.of(walk));
        walk.fromTheVisitToMembership();
        application = walk.application();
        var manager = CALLERS.user("pm.morgan");
        obligation = Polling.until(
                        "the member owes something",
                        Polling.SOON,
                        () -> manager.get("/v1/obligations?company=" + VICTIM)
                                .expect(200)
                                .items("items"),
                        items -> !items.isEmpty())
                .value()
                .getFirst()
                .path("obligationId")
                .asString();
        complianceCase = manager.post(
                        "/v1/compliance-cases",
                        Map.of(
                                "membershipId",
                                application,
                                "reasonCode",
                                "CONVICTION",
                                "facts",
                                "A court decided.",
                                "legalBasis",
                                "Customs Act, s. 11.1"))
                .expect(201)
                .text("caseId");
        changeReport = CALLERS.user("at-owner")
                .post("/v1/change-reports", Map.of("kind", "OWNER", "description", "A holding bought us."))
                .expect(201)
                .text("changeReportId");
        walk.passDays(280);
        annualReview = Polling.until(
                        "the member's annual review is open",
                        Polling.SOON,
                        () -> manager.get("/v1/annual-reviews?company=" + VICTIM)
                                .expect(200)
                                .items("items"),
                        items -> !items.isEmpty())
                .value()
                .getFirst()
                .path("reviewId")
                .asString();
        letter = Polling.until(
                        "the member has a letter",
                        Polling.SOON,
                        () -> manager.get("/v1/letters?company=" + VICTIM)
                                .expect(200)
                                .items("items"),
                        items -> !items.isEmpty())
                .value()
                .getFirst()
                .path("number")
                .asString();
        CALLERS.user("at-owner")
                .post("/v1/consents", Map.of("partner", PARTNER))
                .expect(201);
    }

    @Test
    void anotherCompanysRecordsAnswerLikeNone() {
        var calls = 0;
        for (var attacker : List.of(CALLERS.user("mallory.owner"), CALLERS.client("partner-carrier"))) {
            for (var endpoint : ownedEndpoints()) {
                var real = endpoint.call(attacker, VICTIM, application);
                var none = endpoint.call(attacker, NOBODY, UUID.randomUUID().toString());
                assertThat(words(real)).as(attacker.who() + " " + endpoint).isEqualTo(words(none));
                assertThat(real.status()).as(attacker.who() + " " + endpoint).isBetween(400, 499);
                calls += 2;
            }
        }
        System.out.println("[ttp] crossed calls: " + calls + ", each answered like one to nothing");
        assertThat(calls).isGreaterThan(200);
    }

    @Test
    void listsShowNothingOfAnotherCompany() {
        var mallory = CALLERS.user("mallory.owner");
        for (var noun : List.of(
                "companies",
                "applications",
                "memberships",
                "obligations",
                "compliance-cases",
                "change-reports",
                "annual-reviews",
                "letters",
                "assessments",
                "visits",
                "consents")) {
            for (var query : List.of("", "?company=" + VICTIM)) {
                var reply = mallory.get("/v1/" + noun + query);
                assertThat(reply.body().toString()).as(noun + query).doesNotContain(VICTIM, application);
            }
        }
    }

    @Test
    void forgedHeadersChangeNothing() {
        var mallory = CALLERS.user("mallory.owner");
        var path = "/v1/applications/" + application;
        for (var header : List.of(
                "X-User",
                "X-Company",
                "X-Roles",
                "X-Forwarded-User",
                "X-Original-URL",
                "X-Rewrite-URL",
                "Company",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "Forwarded",
                "X-HTTP-Method-Override")) {
            for (var value : List.of(VICTIM, "at-owner", "approver", path, "127.0.0.1")) {
                var forged = mallory.request("GET", path, null).header(header, value);
                mallory.send(forged, path).expectProblem(404, "not-found");
            }
        }
    }

    @Test
    void whatServicesKeepForEachOtherIsNotBehindTheGateway() {
        var officer = CALLERS.user("erin.everything");
        for (var path : List.of(
                "/internal/changes/application",
                "/internal/companies/" + VICTIM,
                "/v1/../internal/companies/" + VICTIM,
                "/v1/companies/%2e%2e/%2e%2e/internal/companies/" + VICTIM,
                "//internal/companies/" + VICTIM,
                "/actuator/health",
                "/actuator/env",
                "/v3/api-docs")) {
            assertThat(officer.get(path).status()).as(path).isBetween(400, 404);
        }
    }

    /** A description shows its reader only what the reader may call, so all kinds of readers are asked. */
    private static Set<Endpoint> ownedEndpoints() {
        var found = new LinkedHashSet<Endpoint>();
        for (var service : List.of("enrolment", "assessment", "validation", "benefits")) {
            for (var reader : READERS) {
                var paths =
                        CALLERS.user(reader).get("/docs/" + service).expect(200).at("paths");
                paths.properties()
                        .forEach(path -> path.getValue().propertyNames().forEach(method -> {
                            if (OWNED.stream().anyMatch(noun -> path.getKey().startsWith("/v1/" + noun + "/{"))) {
                                found.add(new Endpoint(method.toUpperCase(Locale.ROOT), path.getKey()));
                            }
                        }));
            }
        }
        return found;
    }

    private static Map<String, String> words(Reply reply) {
        var words = new TreeMap<String, String>();
        words.put("", reply.status() + " " + reply.headers().firstValue("ETag").orElse(""));
        reply.body()
                .properties()
                .forEach(p -> words.put(p.getKey(), p.getValue().toString()));
        words.remove("instance");
        words.remove("traceId");
        return words;
    }

    /** One row of a service's API documentation. */
    private record Endpoint(String method, String template) {

        Reply call(Api caller, String company, String id) {
            var path = template.replaceFirst("\\{[^}]+}", owner(company, id)).replaceAll("\\{[^}]+}", "CU2MX");
            var request = caller.request(method, path, null)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", "\"1\"");
            if (!method.equals("GET")) {
                request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString("{}"));
            }
            return caller.send(request, path);
        }

        private String owner(String company, String id) {
            return switch (template.split("/")[2]) {
                case "visits" -> "initial-" + id;
                case "companies", "entitlements" -> company;
                case "obligations" -> id.equals(application) ? obligation : id;
                case "letters" -> id.equals(application) ? letter : "L-2026-999999";
                case "annual-reviews" -> id.equals(application) ? annualReview : id;
                case "compliance-cases" -> id.equals(application) ? complianceCase : id;
                case "change-reports" -> id.equals(application) ? changeReport : id;
                case "consents" -> company + "-" + PARTNER;
                default -> id;
            };
        }
    }
}
