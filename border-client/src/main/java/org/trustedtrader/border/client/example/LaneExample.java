package org.trustedtrader.border.client.example;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.trustedtrader.border.client.BorderClient;
import org.trustedtrader.border.client.ClientCredentials;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Benefit;

/**
 * A lane of the demonstration that asks every second whether carrier 77YY may use the FAST lane. Stop the platform while it
 * runs, or cut the network: it goes on until its lease ends. Settings are environment variables; all have the demonstration's
 * value as their default but the key.
 */
public final class LaneExample {

    private LaneExample() {}

    public static void main(String[] arguments) throws InterruptedException {
        var settings = System.getenv();
        var key = settings.get("TTP_FEED_PUBLIC_KEY");
        if (key == null) {
            System.err.println("Set TTP_FEED_PUBLIC_KEY to the feed's public key (Ed25519, X.509, base64).");
            System.exit(64);
            return;
        }
        try (var lane = lane(settings, key)) {
            var seconds = arguments.length == 0 ? Long.MAX_VALUE : Long.parseLong(arguments[0]);
            for (long second = 0; second < seconds; second++) {
                System.out.println(line(lane));
                Thread.sleep(Duration.ofSeconds(1));
            }
        }
    }

    private static BorderClient lane(Map<String, String> settings, String key) {
        var issuer = settings.getOrDefault("TTP_ISSUER", "http://127.0.0.1:8180/realms/trusted-trader");
        return BorderClient.builder()
                .service(URI.create(settings.getOrDefault("TTP_GATEWAY_URL", "http://127.0.0.1:8080")))
                .token(new ClientCredentials(
                        URI.create(issuer + "/protocol/openid-connect/token"),
                        settings.getOrDefault("TTP_LANE_CLIENT", "border-windsor"),
                        settings.getOrDefault("TTP_LANE_SECRET", "demo-only-border-windsor")))
                .trust(key)
                .folder(Path.of(settings.getOrDefault("TTP_LANE_FOLDER", "lane-copy")))
                .start();
    }

    private static String line(BorderClient lane) {
        var carrier = new Question.Item("CARRIER_CODE", "77YY");
        var answer = lane.eligibility(new Question(lane.now(), Benefit.FAST_LANE, List.of(carrier)));
        var state = lane.state();
        return "%s  77YY %-13s %s  known %d ms ago, %d traders at position %d%s"
                .formatted(
                        answer.asOf(),
                        answer.answers().getFirst().outcome(),
                        reasons(answer),
                        state.age().toMillis(),
                        state.traders(),
                        state.position(),
                        state.lastError().isEmpty() ? "" : "  (" + state.lastError() + ")");
    }

    private static String reasons(Answer answer) {
        return answer.answers().getFirst().reasons().toString();
    }
}
