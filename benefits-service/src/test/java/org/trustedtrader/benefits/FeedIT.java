package org.trustedtrader.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.trustedtrader.benefits.recognition.Column;
import org.trustedtrader.benefits.recognition.Rows;
import org.trustedtrader.border.client.BorderClient;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.feed.SigningKey;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.platform.outbox.BrokerProperties;
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
        EnrolmentStandIn enrolmentStandIn(RabbitTemplate broker, BrokerProperties settings) {
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
    void aPartnersMemberIsRecognisedInTheLaneUntilItIsSuspended(@TempDir Path folder) {
        try (var lane = lane(folder)) {
            var list = (Rows.header() + "\r\n"
                            + Rows.of("SG7")
                                    .with(Column.COUNTRY, "SG")
                                    .with(Column.PROGRAMME, "STP")
                                    .csv()
                            + "\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            var drawn = clock.instant().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
            var taken = http.post("/v1/mra/partners/SG-STP/lists?kind=FULL&sequence=1&drawnAt=" + drawn)
                    .by(Caller.PROGRAMME_MANAGER.token().orElseThrow())
                    .header("Repr-Digest", digest(list))
                    .body("text/csv", list)
                    .send();
            assertThat(taken.status()).as(taken.text()).isEqualTo(201);
            awaitReason(lane, Reason.RECOGNISED_PARTNER_MEMBER);
            var suspended = http.post("/v1/mra/partners/SG-STP/suspensions")
                    .by(Caller.PROGRAMME_MANAGER.token().orElseThrow())
                    .json(Map.of("tin", "SG7", "reasonCode", "SECURITY"))
                    .send();
            assertThat(suspended.status()).as(suspended.text()).isEqualTo(200);
            awaitReason(lane, Reason.PARTNER_MEMBER_SUSPENDED);
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

    private void awaitReason(BorderClient lane, Reason expected) {
        var question = List.of(new Question.Item("TIN", "SG7"));
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            enrolment.isComplete();
            assertThat(lane.eligibility(new Question(lane.now(), Benefit.REDUCED_EXAMINATION, question))
                            .answers()
                            .getFirst()
                            .benefits())
                    .flatExtracting(Answer.BenefitOutcome::reasons)
                    .containsExactly(expected);
        });
    }

    private static String digest(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome outcome(BorderClient lane) {
        var item = new Question.Item("CARRIER_CODE", "77YY");
        return lane.eligibility(new Question(lane.now(), Benefit.FAST_LANE, List.of(item)))
                .answers()
                .getFirst()
                .outcome();
    }
}
