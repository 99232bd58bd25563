package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.trustedtrader.gateway.support.HttpCaller;
import org.trustedtrader.gateway.support.HttpCaller.Answer;
import org.trustedtrader.gateway.support.StubPlatform;
import org.trustedtrader.gateway.support.StubService;

class RoutesIT extends RunningGateway {

    @Value("${local.management.port}")
    private int managementPort;

    @BeforeEach
    void forget() {
        StubPlatform.SERVICES.values().forEach(StubService::forget);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies, enrolment",
        "/v1/companies/123456782/sites, enrolment",
        "/v1/applications/7?after=x&limit=2, enrolment",
        "/v1/memberships, enrolment",
        "/v1/programme-clock, enrolment",
        "/v1/operations/enrolment/parked, enrolment",
        "/v1/criteria, assessment",
        "/v1/assessments/7/answers/9, assessment",
        "/v1/operations/assessment/parked, assessment",
        "/v1/visits, validation",
        "/v1/operations/validation/parked, validation",
        "/v1/entitlements, benefits",
        "/v1/eligibility, benefits",
        "/v1/crossings, benefits",
        "/v1/driver-cards, enrolment",
        "/v1/region-accesses, enrolment",
        "/v1/driver-card-batches, enrolment",
        "/v1/identifiers?state=CLAIMED, enrolment",
        "/v1/obligations, enrolment",
        "/v1/compliance-cases/c1/decision, enrolment",
        "/v1/change-reports/r1/triage, enrolment",
        "/v1/letters/L-2026-000001/document, enrolment",
        "/v1/annual-reviews/m1-review-2027/submission, enrolment",
        "/v1/decisions, benefits",
        "/v1/examinations/rates?from=2026-11-01&to=2026-11-30, benefits",
        "/v1/ports, benefits",
        "/v1/status/keys, benefits",
        "/v1/consents/123456782-987654324, enrolment",
        "/v1/monitoring/carrier-code/77YY, enrolment",
        "/v1/operations/benefits/parked, benefits"
    })
    void theFirstNounChoosesTheService(String path, String service) {
        Answer answer = caller().get(path, bearer());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("service").asString()).isEqualTo(service);
        assertThat(service(service).last().path()).isEqualTo(path);
    }

    @Test
    void aStreamIsPassedOnLineByLine() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/status/stream"))
                .headers(bearer())
                .build();
        try (HttpClient http = HttpClient.newHttpClient();
                InputStream stream = http.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
            assertThat(stream.readNBytes(6)).isEqualTo("first\n".getBytes(StandardCharsets.UTF_8));
            http.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/changes/application",
                "/actuator",
                "/actuator/health",
                "/actuator/health/readiness",
                "/v3/api-docs",
                "/v1",
                "/v1/companiesx",
                "/v1/operations",
                "/v1/operations/billing/parked",
                "/docs/billing",
                "/login",
                "/webjars/swagger-ui/index.html",
                "/favicon.ico"
            })
    void whatIsNotInTheTableDoesNotExist(String path) {
        assertThat(caller().get(path).problem()).isEqualTo("not-found");
        assertThat(caller().get(path, bearer()).problem()).isEqualTo("not-found");
        assertThat(StubPlatform.SERVICES.values()).allMatch(StubService::receivedNothing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/companies/../../internal/changes",
                "/v1/companies/%2e%2e/%2e%2e/internal",
                "//internal/changes",
                "/v1/companies;x=/internal",
                "/v1/companies/%2f..%2finternal",
                "/v1/companies/..%5cinternal"
            })
    void addressesThatMightMeanAnotherOneAreRefused(String path) throws IOException {
        assertThat(raw(path)).startsWith("HTTP/1.1 400").contains("urn:ttp:problem:malformed-address");
        assertThat(StubPlatform.SERVICES.values()).allMatch(StubService::receivedNothing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Prefix",
                "X-Forwarded-User",
                "Forwarded",
                "X-User",
                "X-User-Id",
                "X-Roles",
                "X-Real-IP",
                "Remote-User",
                "Cookie",
                "X-XSRF-TOKEN",
                "X-HTTP-Method-Override",
                "X-Original-URL",
                "Baggage"
            })
    void headersThatClaimSomethingEndHere(String header) {
        caller().get("/v1/companies", bearer(header, "root=1"));

        assertThat(service("enrolment").last().header(header)).isNull();
    }

    @Test
    void headersOfTheContractArePassedOn() {
        caller().post(
                        "/v1/companies",
                        "{}",
                        bearer("If-Match", "\"3\"", "Idempotency-Key", "k-1", "Content-Type", "application/json"));

        StubService.Received received = service("enrolment").last();
        assertThat(received.header("If-Match")).isEqualTo("\"3\"");
        assertThat(received.header("Idempotency-Key")).isEqualTo("k-1");
        assertThat(received.header("Content-Type")).isEqualTo("application/json");
        assertThat(received.header("Authorization")).startsWith("Bearer ");
        assertThat(received.bodyLength()).isEqualTo(2);
    }

    @Test
    void theServicesAnswerComesBackWithoutItsCookies() {
        Answer answer = caller().get("/v1/companies/1", bearer());

        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void theCallersTraceGoesOnAndIsToldBack() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        Answer answer = caller().get("/v1/companies", bearer("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));

        assertThat(answer.header("Trace-Id")).isEqualTo(trace);
        assertThat(service("enrolment").last().header("traceparent"))
                .startsWith("00-" + trace + "-")
                .doesNotContain("b7ad6b7169203331");
    }

    @Test
    void aRequestWithoutATraceGetsOne() {
        Answer answer = caller().get("/v1/companies", bearer("traceparent", "nonsense"));

        assertThat(answer.header("Trace-Id")).matches("[0-9a-f]{32}");
        assertThat(service("enrolment").last().header("traceparent")).contains(answer.header("Trace-Id"));
    }

    @Test
    void theDocumentationNamesTheGatewayAsTheServer() {
        Answer answer = caller().get("/docs/benefits", bearer());

        assertThat(answer.json().path("info").path("title").asString()).isEqualTo("benefits");
        assertThat(answer.json().path("servers").get(0).path("url").asString()).isEqualTo("/");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (Answer answer : new Answer[] {
            caller().get("/v1/companies", bearer()), caller().get("/internal"), caller().get("/signed-out")
        }) {
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("X-XSS-Protection")).isEqualTo("0");
            assertThat(answer.header("Permissions-Policy")).contains("camera=()");
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void theGatewaysHealthHasAPortOfItsOwn() {
        HttpCaller launcher = new HttpCaller(managementPort);

        assertThat(launcher.get("/actuator/health/readiness").body()).contains("UP");
        assertThat(launcher.get("/actuator/env").status()).isEqualTo(404);
        assertThat(launcher.get("/v1/companies", bearer()).status()).isEqualTo(404);
    }

    /** HTTP clients tidy addresses up before they send them, so this one writes to the socket. */
    private String raw(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
                            + ISSUER.token(it -> it) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
