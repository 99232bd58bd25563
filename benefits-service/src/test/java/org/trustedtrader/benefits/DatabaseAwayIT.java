package org.trustedtrader.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestServerChoice;
import tools.jackson.databind.JsonNode;

/** Questions are answered while the database is away, and every answer is found in it afterwards. */
@ServiceIT
class DatabaseAwayIT {

    private static final Wire WIRE = Wire.to(URI.create(TestServerChoice.mongoUri()));
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Http http;
    private final Clock clock;

    DatabaseAwayIT(Http http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void throughTheWire(DynamicPropertyRegistry settings) {
        var uri = URI.create(TestServerChoice.mongoUri());
        var through = TestServerChoice.mongoUri().replace(uri.getHost() + ":" + uri.getPort(), WIRE.address());
        settings.add("ttp.mongodb.uri", () -> directly(through));
        settings.add("ttp.benefits.journal.ship-after", () -> "100ms");
    }

    private static String directly(String uri) {
        return uri + (uri.contains("?") ? "&" : uri.endsWith("/") ? "?" : "/?") + "directConnection=true";
    }

    @AfterEach
    void mend() {
        WIRE.mend();
    }

    @Test
    void everyQuestionIsAnsweredWhileItIsAwayAndReviewedAfterwards() {
        List<String> decisions = new ArrayList<>();
        for (Runnable trouble : List.<Runnable>of(WIRE::cut, WIRE::hold)) {
            trouble.run();
            for (int i = 0; i < 20; i++) {
                decisions.add(decisionOf(crossing()));
                decisions.add(decisionOf(http.get("/v1/eligibility/carrier-code/77YY")
                        .by(border())
                        .send()));
                decisions.add(decisionOf(http.post("/v1/eligibility/batch")
                        .by(border())
                        .json(Map.of("items", List.of(Map.of("scheme", "BN9", "id", "555666773"))))
                        .send()));
            }
        }
        assertThat(rates().status()).isEqualTo(503);
        WIRE.mend();
        await().atMost(SOON).untilAsserted(() -> assertThat(rates().status()).isEqualTo(200));
        for (var decision : decisions) {
            var review = review(decision);
            assertThat(review.status()).as(decision).isEqualTo(200);
            assertThat(review.json().get("same").asBoolean()).as(review.text()).isTrue();
        }
        assertThat(decisions).doesNotHaveDuplicates().hasSize(120);
    }

    @Test
    void selectionsAreCountedExactly() {
        var before = total();
        long selected = 0;
        for (int i = 0; i < 60; i++) {
            var examination = crossing().json().get("examination");
            assertThat(examination.get("tier").asString()).isEqualTo("NONE");
            assertThat(examination.get("rate").asDouble()).isEqualTo(0.1);
            selected += examination.get("selected").asBoolean() ? 1 : 0;
        }
        var after = total();
        assertThat(count(after, "asked") - count(before, "asked")).isEqualTo(60);
        assertThat(count(after, "selected") - count(before, "selected")).isEqualTo(selected);
        assertThat(after.get("policyRate").asDouble()).isEqualTo(0.1);
        assertThat(after.get("low").asDouble())
                .isLessThanOrEqualTo(after.get("rate").asDouble());
        assertThat(after.get("high").asDouble())
                .isGreaterThanOrEqualTo(after.get("rate").asDouble());
        assertThat(total()).isEqualTo(after);
    }

    @Test
    void ratesOfDaysThatNobodyCanMeanAreRefused() {
        for (var days : List.of("from=2026-11-02&to=2026-11-01", "from=2020-01-01&to=2026-11-01")) {
            assertThat(rates(days).status()).isEqualTo(422);
        }
        assertThat(rates("from=2026-11-02").status()).isEqualTo(400);
        assertThat(rates("from=2026-02-30&to=2026-11-01").status()).isEqualTo(400);
    }

    private static long count(JsonNode total, String what) {
        return total.path(what).asLong(0);
    }

    private JsonNode total() {
        return rates().json().at("/total/0");
    }

    private Http.Answer rates() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return rates("from=" + today.minusDays(1) + "&to=" + today);
    }

    private Http.Answer rates(String days) {
        return http.get("/v1/examinations/rates?" + days)
                .by(Caller.AUDITOR.token().orElseThrow())
                .send();
    }

    private Http.Answer review(String decision) {
        return http.get("/v1/decisions/" + decision)
                .by(Caller.AUDITOR.token().orElseThrow())
                .send();
    }

    private Http.Answer crossing() {
        return http.post("/v1/crossings")
                .by(border())
                .json(Map.of(
                        "port", "0453",
                        "mode", "HIGHWAY",
                        "direction", "INTO_CANADA",
                        "arrivalAt", clock.instant().toString(),
                        "carrierCode", "77YY",
                        "importers", List.of("987654324RM0001"),
                        "originCountry", "US",
                        "regulatedGoods", false))
                .send();
    }

    private static String decisionOf(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("decisionId").asString();
    }

    private static String border() {
        return Caller.BORDER_SYSTEM.token().orElseThrow();
    }
}
