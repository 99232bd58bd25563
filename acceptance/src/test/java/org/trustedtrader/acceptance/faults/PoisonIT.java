package org.trustedtrader.acceptance.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trustedtrader.acceptance.SharedPlatform;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.EventTap;
import tools.jackson.databind.JsonNode;

/** Messages that nobody can ever understand. */
class PoisonIT {

    private static final String KEY = "enrolment.application.submitted.v1";
    private static final String PARKED = "/v1/operations/assessment/parked";

    private final Api operator = SharedPlatform.platform().callers().user("oscar.operator");

    @Test
    void areParkedWithTheirReasonAndThoseBehindThemPass() {
        var application = UUID.randomUUID().toString();
        try (var tap = EventTap.on(SharedPlatform.platform().broker(), KEY)) {
            tap.publish(KEY, new AMQP.BasicProperties(), "no event at all".getBytes(UTF_8));
            tap.publish(KEY, event(application), "{\"applicationId\": [1, 2".getBytes(UTF_8));
        }

        new Fleet("PO", 1, 70_000_000).goRoundWhile(() -> false);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(operator.get(PARKED).expect(200).items("items"))
                        .anySatisfy(item ->
                                assertThat(item.path("reason").asString()).contains("is missing"))
                        .anySatisfy(item ->
                                assertThat(item.path("subject").asString()).isEqualTo("application/" + application)));
    }

    @Test
    void stayParkedWhenReplayingFailsAgain() {
        var application = UUID.randomUUID().toString();
        try (var tap = EventTap.on(SharedPlatform.platform().broker(), KEY)) {
            tap.publish(KEY, event(application), "{\"applicationId\": [1, 2".getBytes(UTF_8));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(parked(application)).isNotNull());

        operator.post(PARKED + "/" + parked(application).path("id").asString() + "/replay", Map.of())
                .expectProblem(409, "replay-failed");

        assertThat(parked(application).path("state").asString()).isEqualTo("PARKED");
        assertThat(parked(application).path("reason").asString()).isNotBlank();
    }

    private @Nullable JsonNode parked(String application) {
        return operator.get(PARKED).expect(200).items("items").stream()
                .filter(item -> item.path("subject").asString().equals("application/" + application))
                .findFirst()
                .orElse(null);
    }

    private static AMQP.BasicProperties event(String application) {
        return new AMQP.BasicProperties.Builder()
                .headers(Map.of(
                        "cloudEvents_specversion",
                        "1.0",
                        "cloudEvents_id",
                        "enrolment/application/" + application + "/1",
                        "cloudEvents_type",
                        KEY,
                        "cloudEvents_source",
                        "enrolment",
                        "cloudEvents_subject",
                        "application/" + application,
                        "cloudEvents_time",
                        "2026-11-23T00:00:00Z",
                        "cloudEvents_aggregateversion",
                        1L,
                        "cloudEvents_actor",
                        "service:enrolment",
                        "cloudEvents_traceparent",
                        ""))
                .build();
    }
}
