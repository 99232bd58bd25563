package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.gateway.support.HttpCaller.Answer;
import org.trustedtrader.gateway.support.StubService;
import org.trustedtrader.platform.test.RawHttp;

@TestPropertySource(
        properties = {
            "ttp.gateway.routes.frozen=/v1/frozen",
            "ttp.gateway.routes.nobody=/v1/nobody",
            "ttp.services.nobody.url=http://127.0.0.1:1",
            "ttp.gateway.routes.trickled=/v1/trickled",
            "ttp.gateway.answer-within=300ms",
            "ttp.gateway.body-patience=200ms",
            "ttp.gateway.circuit-breaker.at-least=3",
            "ttp.gateway.circuit-breaker.pause=1s"
        })
class CircuitBreakerIT extends RunningGateway {

    private static final StubService FROZEN = StubService.running("frozen");
    private static final StubService TRICKLED = StubService.running("trickled");

    @DynamicPropertySource
    static void frozen(DynamicPropertyRegistry registry) {
        registry.add("ttp.services.frozen.url", FROZEN::url);
        registry.add("ttp.services.trickled.url", TRICKLED::url);
    }

    @Test
    void aServiceThatHasStoppedAnsweringIsNotWaitedForUntilItAnswersAgain() throws Exception {
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            first.add(caller().get("/v1/frozen/slow", bearer()).status());
        }
        assertThat(first).containsOnly(504);
        FROZEN.forget();

        long start = System.nanoTime();
        Answer refused = caller().get("/v1/frozen/1", bearer());
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
        assertThat(FROZEN.receivedNothing()).isTrue();
        assertThat(caller().get("/v1/companies", bearer()).status()).isEqualTo(200);

        await().untilAsserted(() ->
                assertThat(caller().get("/v1/frozen/1", bearer()).status()).isEqualTo(200));
    }

    /** They are no answers of the service: with them, its silence would be the lesser part of all requests. */
    @Test
    void uploadsThatComeTooSlowlyAreNotCounted() {
        for (int i = 0; i < 6; i++) {
            try (RawHttp client = RawHttp.to(port)) {
                client.send("POST /v1/trickled HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + ISSUER.token(it -> it) + "\r\nContent-Length: 9\r\n\r\n1");
                assertThat(client.answer().status()).isEqualTo(408);
            }
        }
        for (int i = 0; i < 3; i++) {
            assertThat(caller().get("/v1/trickled/slow", bearer()).status()).isEqualTo(504);
        }
        assertThat(caller().get("/v1/trickled/1", bearer()).status()).isEqualTo(503);
    }

    /** A refused connection costs nothing, so nobody is kept from a service that has just been started again. */
    @Test
    void aServiceThatIsDownIsAskedEveryTime() {
        for (int i = 0; i < 6; i++) {
            assertThat(caller().get("/v1/nobody", bearer()).header("Retry-After"))
                    .isEqualTo("5");
        }
    }
}
