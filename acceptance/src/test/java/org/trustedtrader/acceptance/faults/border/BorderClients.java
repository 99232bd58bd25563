package org.trustedtrader.acceptance.faults.border;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Border systems that ask about random traders without a pause, at every door, in every way there is. */
final class BorderClients implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int COUNT = 6;
    private static final int BATCH = 10;
    private static final long BEFORE_ASKING_AGAIN = Duration.ofMillis(100).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BorderReplicas border;
    private final List<Trader> traders;
    private final Enrolment enrolment;
    private final AnswerChecker checker;
    private final AnswerCounts tally;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean asking = true;

    BorderClients(BorderReplicas border, List<Trader> traders, Enrolment enrolment, AnswerCounts tally, String token) {
        this.border = border;
        this.traders = traders;
        this.enrolment = enrolment;
        this.tally = tally;
        this.checker = new AnswerChecker(tally);
        this.token = token;
    }

    void begin() {
        var doors = border.doors();
        for (int i = 0; i < COUNT; i++) {
            var door = doors.get(i % doors.size());
            var random = new Random(i);
            threads.submit(() -> {
                while (asking) {
                    try {
                        ask(door, random);
                    } catch (RuntimeException e) {
                        tally.wrong("no answer that can be understood: " + e);
                    }
                }
            });
        }
    }

    private void ask(BorderReplicas.Door door, Random random) {
        switch (random.nextInt(5)) {
            case 0 ->
                batch(door, IntStream.range(0, BATCH).mapToObj(i -> any(random)).toList());
            case 1 -> crossing(door, any(random));
            default -> single(door, any(random), random.nextBoolean());
        }
    }

    private Trader any(Random random) {
        return traders.get(random.nextInt(traders.size()));
    }

    private void single(BorderReplicas.Door door, Trader trader, boolean asCarrier) {
        var asked = checker.asks(door.replica(), asCarrier ? trader.asCarrier() : trader.asImporter());
        var path = asCarrier ? "CARRIER_CODE/" + trader.carrierCode() : "BN15/" + trader.bn15();
        var answer = send(door, "/v1/eligibility/" + path + "?benefit=FAST_LANE", null);
        if (answer != null) {
            asked.answered(answer.path("outcome").asString(), answer.path("statusVersions"));
        }
    }

    private void batch(BorderReplicas.Door door, List<Trader> some) {
        var asked = some.stream()
                .map(trader -> checker.asks(door.replica(), trader.asCarrier()))
                .toList();
        var items = some.stream()
                .map(trader -> Map.of("scheme", "CARRIER_CODE", "id", trader.carrierCode()))
                .toList();
        var answer = send(door, "/v1/eligibility/batch", Map.of("items", items));
        if (answer != null) {
            for (int i = 0; i < asked.size(); i++) {
                var item = answer.path("answers").path(i);
                asked.get(i).answered(fastLane(item), item.path("statusVersions"));
            }
        }
    }

    private void crossing(BorderReplicas.Door door, Trader trader) {
        var question = new HashMap<String, Object>(Map.of(
                "port",
                "0453",
                "mode",
                "HIGHWAY",
                "direction",
                "INTO_CANADA",
                "arrivalAt",
                enrolment.programmeTime().toString(),
                "carrierCode",
                trader.carrierCode(),
                "importers",
                List.of(trader.bn15()),
                "driverCard",
                trader.cardNumber(),
                "originCountry",
                "US",
                "regulatedGoods",
                false));
        var asked = checker.asks(door.replica(), trader.atCrossing());
        var answer = send(door, "/v1/crossings", question);
        if (answer != null) {
            asked.answered(answer.path("outcome").asString(), answer.path("statusVersions"));
        }
    }

    /** Of the benefits of an answer the one that is asked for here; none is listed where nobody is known. */
    private static String fastLane(JsonNode item) {
        for (var benefit : item.path("benefits")) {
            if (benefit.path("benefit").asString().equals("FAST_LANE")) {
                return benefit.path("outcome").asString();
            }
        }
        return item.path("outcome").asString();
    }

    /** Null if there was no answer, which is correct only if the replica was away in the meantime. */
    private @Nullable JsonNode send(BorderReplicas.Door door, String path, @Nullable Object body) {
        var before = border.comingsAndGoings(door.replica());
        var request = HttpRequest.newBuilder(URI.create(door.base() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        String why;
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return JSON.readTree(answer.body());
            }
            why = answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            why = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        if (before % 2 == 1 || before != border.comingsAndGoings(door.replica())) {
            tally.count(AnswerCounts.AWAY);
            LockSupport.parkNanos(BEFORE_ASKING_AGAIN);
        } else if (asking) {
            tally.unanswered(door + " " + path + ": " + why);
        }
        return null;
    }

    @Override
    public void close() {
        asking = false;
        threads.shutdownNow();
        http.shutdownNow();
    }
}
