package org.trustedtrader.enrolment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** assessment-service as far as look-ups go: has a profile for each membership that a test gave one, or misbehaves. */
public final class StubAssessment {

    private static final StubAssessment RUNNING = new StubAssessment();
    private static final String NOT_FOUND =
            "{\"type\":\"urn:ttp:problem:not-found\",\"title\":\"There is no such thing\",\"status\":404}";

    private final HttpServer server;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, Profile> profiles = new ConcurrentHashMap<>();
    private final Map<String, String> moods = new ConcurrentHashMap<>();
    private volatile int calls;

    /** Every context of this module looks profiles up here. */
    static final class Address implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var address = "http://127.0.0.1:" + RUNNING.server.getAddress().getPort();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("stub", Map.of("ttp.services.assessment.url", address)));
        }
    }

    /** The state of one criterion, which a test may change. */
    public record Criterion(String state, long answerVersion, boolean evidenceMissing, boolean exemptionOver) {

        public static final Criterion GOOD = new Criterion("ACCEPTED", 1, false, false);
        public static final Criterion EXPIRED = new Criterion("ACCEPTED", 1, true, false);
    }

    /** What the assessment of one membership holds. */
    public static final class Profile {
        private final Map<String, Criterion> criteria = new LinkedHashMap<>();
        private volatile String supplyChain = "chain-1";

        public synchronized Profile with(String criterion, Criterion state) {
            criteria.put(criterion, state);
            return this;
        }

        public Profile withSupplyChain(String version) {
            supplyChain = version;
            return this;
        }

        private synchronized String json(String id) {
            var list = criteria.entrySet().stream().map(Profile::json).collect(Collectors.joining(","));
            return """
                    {"assessmentId":"%s","aNewField":1,"criteria":[%s],
                     "supplyChain":{"version":"%s","partners":["Great Lakes Steel"]}}""".formatted(id, list, supplyChain);
        }

        private static String json(Map.Entry<String, Criterion> entry) {
            var one = entry.getValue();
            var until = one.evidenceMissing() ? "null" : "\"" + LocalDate.of(2099, 1, 1) + "\"";
            return """
                    {"criterion":"%s","level":"MUST","state":"%s","answerVersion":%d,"evidenceMissing":%s,
                     "evidenceUntil":%s,"exemptionOver":%s}""".formatted(
                            entry.getKey(),
                            one.state(),
                            one.answerVersion(),
                            one.evidenceMissing(),
                            until,
                            one.exemptionOver());
        }
    }

    private StubAssessment() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/assessments/", this::reviewBasis);
        server.start();
    }

    public static StubAssessment running() {
        return RUNNING;
    }

    /** A new profile with these criteria, all in good order. */
    public Profile profile(String membershipId, List<String> criteria) {
        var profile = new Profile();
        criteria.forEach(id -> profile.with(id, Criterion.GOOD));
        profiles.put(membershipId, profile);
        return profile;
    }

    /** @param mood a status and a body, {@code silent}, or null for good answers about that membership */
    public void becomes(String membershipId, @Nullable String mood) {
        if (mood == null) {
            moods.remove(membershipId);
        } else {
            moods.put(membershipId, mood);
        }
    }

    public int calls() {
        return calls;
    }

    private void reviewBasis(HttpExchange exchange) throws IOException {
        calls++;
        var path = exchange.getRequestURI().getPath().split("/");
        var id = path[3];
        var mood = moods.getOrDefault(id, "");
        var profile = profiles.get(id);
        if (mood.equals("silent")) {
            await();
            exchange.close();
        } else if (!mood.isEmpty()) {
            answer(exchange, Integer.parseInt(mood.substring(0, 3)), mood.substring(4));
        } else if (profile != null && path[4].equals("review-basis")) {
            answer(exchange, 200, profile.json(id));
        } else {
            answer(exchange, 404, NOT_FOUND);
        }
    }

    private void await() {
        try {
            end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
