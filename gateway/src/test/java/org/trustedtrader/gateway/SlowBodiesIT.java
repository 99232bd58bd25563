package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.platform.test.RawHttp;

/** A body has a second here to come, and longer only for what has come. */
@TestPropertySource(properties = "ttp.gateway.body-patience=1s")
class SlowBodiesIT extends RunningGateway {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @BeforeEach
    void forget() {
        service("enrolment").forget();
    }

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
    void aBodyThatTricklesIsRefusedAndTheConnectionEnds(String framing) {
        String part = framing.startsWith("T") ? "1\r\na\r\n" : "a";
        try (RawHttp client = RawHttp.to(port)) {
            client.send(head("/v1/companies", framing));
            clock.scheduleAtFixedRate(() -> client.send(part), 0, 200, TimeUnit.MILLISECONDS);
            long start = System.nanoTime();
            var answer = client.answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).contains("urn:ttp:problem:request-timeout");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(800), Duration.ofSeconds(5));
            clock.shutdownNow();
            assertThat(client.answer().status()).isZero();
        }
    }

    @Test
    void aBodyThatStopsIsRefusedToo() {
        try (RawHttp client = RawHttp.to(port)) {
            client.send(head("/en/form", "Content-Length: 100000") + "x".repeat(60_000));
            var answer = client.answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(client.answer().status()).isZero();
        }
    }

    /** Longer than the patience, longer than a service may take, but at more than 16 KB a second. */
    @Test
    void aLargeBodyOverASlowLineArrives() throws Exception {
        try (RawHttp client = RawHttp.to(port)) {
            client.send(head("/en/form", "Content-Length: 120000"));
            for (int i = 0; i < 12; i++) {
                client.send("x".repeat(10_000));
                TimeUnit.MILLISECONDS.sleep(250);
            }
            assertThat(client.answer().status()).isEqualTo(200);
            assertThat(service("portal").last().bodyLength()).isEqualTo(120_000);
        }
    }

    private static String head(String path, String framing) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + ISSUER.token(it -> it)
                + "\r\n" + framing + "\r\n\r\n";
    }
}
