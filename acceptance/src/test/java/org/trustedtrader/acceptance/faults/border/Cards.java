package org.trustedtrader.acceptance.faults.border;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A programme manager who registers drivers' cards and then revokes one after the other, at the first replica. */
final class Cards implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REVOKED_EVERY_MILLIS = 1_500;

    private final String base;
    private final String token;
    private final Deque<Trader> registered = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ScheduledExecutorService manager = Executors.newSingleThreadScheduledExecutor();

    Cards(String base, String token) {
        this.base = base;
        this.token = token;
    }

    void register(List<Trader> traders) {
        for (var trader : traders) {
            trader.card().commit(new Timeline.Change(1, System.nanoTime(), true, Duration.ZERO));
            var terms = Map.of(
                    "number",
                    trader.cardNumber(),
                    "programme",
                    "FAST",
                    "validFrom",
                    "2026-01-01",
                    "validUntil",
                    LocalDate.now().plusYears(5).toString());
            if (post("/v1/driver-cards", terms, 0) != 201) {
                throw new AssertionError("A card could not be registered: " + trader.cardNumber());
            }
            registered.add(trader);
        }
    }

    void begin() {
        manager.scheduleWithFixedDelay(
                this::revokeNext, REVOKED_EVERY_MILLIS, REVOKED_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A revocation that is not confirmed, with the database away or the replica, may be one or not: that card is left alone. */
    private void revokeNext() {
        var trader = registered.poll();
        if (trader == null) {
            return;
        }
        var path = "/v1/driver-cards/" + trader.cardNumber() + "/revocation";
        if (post(path, Map.of("reasonCode", "LOST"), 1) == 200) {
            trader.card()
                    .commit(new Timeline.Change(2, System.nanoTime(), false, BorderReplicas.LEASE.plusMillis(200)));
        }
    }

    private int post(String path, Object body, long version) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (version > 0) {
            request.header("If-Match", "\"" + version + "\"");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        manager.shutdownNow();
        http.shutdownNow();
    }
}
