package org.trustedtrader.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.trustedtrader.border.client.BorderClient;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.feed.SigningKey;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.platform.outbox.RabbitSettings;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;

/** A lane's own copy, fed over HTTP by the service on real parts. */
@ServiceIT
class FeedIT {

    private static final SigningKey KEY = SigningKey.generate();
    private static final String CARRIER = "123456782";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static long version;

    private final Http http;
    private final Clock clock;
    private final EnrolmentStandIn enrolment;
    private final int port;

    FeedIT(Http http, Clock clock, EnrolmentStandIn enrolment, @LocalServerPort int port) {
        this.http = http;
        this.clock = clock;
        this.enrolment = enrolment;
        this.port = port;
    }

    @DynamicPropertySource
    static void aKeyAndNothingMissed(DynamicPropertyRegistry settings) {
        var feed = EmptyFeed.url();
        settings.add("ttp.services.enrolment.url", () -> feed);
        settings.add("ttp.feed.signing-key", KEY::encoded);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class StandIns {

        @Bean
        EnrolmentStandIn enrolmentStandIn(RabbitTemplate broker, RabbitSettings settings) {
            return new EnrolmentStandIn(broker, settings);
        }
    }

    @Test
    void aSuspensionReachesTheLaneAndItRefuses(@TempDir Path folder) {
        enrolment.registers(CARRIER, "HIGHWAY_CARRIER", "123456782RM0001", "77YY");
        try (var lane = lane(folder)) {
            carrierIs("ACTIVE");
            awaitOutcome(lane, Outcome.ELIGIBLE);
            var took = new long[20];
            for (int i = 0; i < took.length; i++) {
                var start = System.nanoTime();
                carrierIs("SUSPENDED");
                await().atMost(SOON)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> outcome(lane) == Outcome.INELIGIBLE);
                took[i] = System.nanoTime() - start;
                carrierIs("ACTIVE");
                awaitOutcome(lane, Outcome.ELIGIBLE);
            }
            Arrays.sort(took);
            System.out.printf(
                    "suspension to refusal, broker to lane: median %.1f ms, worst %.1f ms of %d%n",
                    took[took.length / 2] / 1e6, took[took.length - 1] / 1e6, took.length);
        }
        try (var lane = lane(folder)) {
            assertThat(lane.state().traders()).isPositive();
            assertThat(lane.state().usable()).isTrue();
        }
    }

    @Test
    void aPositionOfAnotherRunIsGone() {
        var answer = http.get("/v1/status/changes?epoch=another&after=0")
                .by(Caller.BORDER_SYSTEM.token().orElseThrow())
                .send();
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.problem()).isEqualTo("gone");
        assertThat(answer.text()).contains("Load a snapshot");
    }

    @Test
    void thePublishedKeyIsTheOneThatSigns() {
        var keys = http.get("/v1/status/keys")
                .by(Caller.BORDER_SYSTEM.token().orElseThrow())
                .send()
                .json();
        assertThat(keys.at("/keys/0/kid").asString()).isEqualTo(KEY.publicKey().id());
        assertThat(keys.at("/keys/0/x").asString()).isEqualTo(KEY.publicKey().x());
    }

    @Test
    void aSnapshotEndsWithTheBatchThatSaysItIsWhole() {
        var lines = http.get("/v1/status/snapshot")
                .by(Caller.BORDER_SYSTEM.token().orElseThrow())
                .send();
        assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(lines.text()).endsWith("\n");
        assertThat(lines.text().lines()).allMatch(line -> line.startsWith("{\"protected\":\""));
    }

    private BorderClient lane(Path folder) {
        return BorderClient.builder()
                .service(URI.create("http://127.0.0.1:" + port))
                .token(() -> Caller.BORDER_SYSTEM.token().orElseThrow())
                .trust(KEY.publicKey().encoded())
                .folder(folder)
                .start();
    }

    private void carrierIs(String state) {
        enrolment.membershipIs("m-carrier", CARRIER, "HIGHWAY_CARRIER", state, ++version, clock.instant());
    }

    private void awaitOutcome(BorderClient lane, Outcome expected) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(() -> {
            enrolment.isComplete();
            return outcome(lane) == expected;
        });
    }

    private static Outcome outcome(BorderClient lane) {
        var item = new Question.Item("CARRIER_CODE", "77YY");
        return lane.eligibility(new Question(lane.now(), Benefit.FAST_LANE, List.of(item)))
                .answers()
                .getFirst()
                .outcome();
    }
}
