package org.trustedtrader.benefits.entrance.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import org.trustedtrader.benefits.decision.DecisionId;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.PendingDecision;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.RawHttp;
import org.trustedtrader.platform.test.ServiceIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The service with its lane beside its ordinary port, and the same question to both. */
@ServiceIT
@Import(BothServers.QuickJournal.class)
abstract class BothServers {

    static final String SINGLE = "/v1/eligibility/bn15/987654324RM0001";
    static final String BATCH = "/v1/eligibility/batch";
    static final String CROSSINGS = "/v1/crossings";
    private static final List<String> DIFFER =
            List.of("decisionId", "asOf", "validUntil", "statusAgeMillis", "traceId");
    private static final List<String> OF_THE_CONNECTION =
            List.of("connection", "content-length", "date", "keep-alive", "trace-id", "transfer-encoding");
    private static final int ENTRANCE = TestSocketUtils.findAvailableTcpPort();

    private final int ordinary;

    BothServers(Environment environment) {
        ordinary = environment.getRequiredProperty("local.server.port", Integer.class);
    }

    @DynamicPropertySource
    static void entrance(DynamicPropertyRegistry settings) {
        settings.add("ttp.benefits.lane.port", () -> ENTRANCE);
    }

    /** It keeps nothing, gives one id to all, which is drawn the same, and never waits, so that the lane answers on its event loops wherever it may. */
    @TestConfiguration(proxyBeanMethods = false)
    static class QuickJournal {

        private static final DecisionId ONE = new DecisionId(0, 0);

        @Bean
        @Primary
        Journal quickJournal() {
            return new Journal() {
                @Override
                public JournalEntry append(PendingDecision answered) {
                    return answered.as(ONE.toString());
                }

                @Override
                public DecisionId append(byte[] entry, int length) {
                    return ONE;
                }

                @Override
                public Optional<JournalEntry> find(String id) {
                    return Optional.empty();
                }
            };
        }
    }

    int entrancePort() {
        return ENTRANCE;
    }

    int ordinaryPort() {
        return ordinary;
    }

    static Map<String, String> as(String authorization, String... more) {
        Map<String, String> headers = new TreeMap<>();
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return headers;
    }

    static String bearer(Caller caller) {
        return caller.token().map(token -> "Bearer " + token).orElse("");
    }

    RawHttp.Answer atTheEntrance(String method, String target, Map<String, String> headers, String body) {
        return RawHttp.ask(ENTRANCE, method, target, headers, body);
    }

    RawHttp.Answer ordinarily(String method, String target, Map<String, String> headers, String body) {
        return RawHttp.ask(ordinary, method, target, headers, body);
    }

    /** What two answers to one question must have in common: all but ids, times and how the bytes were sent. */
    static String comparable(RawHttp.Answer answer) {
        Map<String, String> headers = new TreeMap<>(answer.headers());
        headers.keySet().removeAll(OF_THE_CONNECTION);
        return answer.status() + " " + headers + " " + body(answer);
    }

    private static Object body(RawHttp.Answer answer) {
        if (answer.body().isEmpty()) {
            return "";
        }
        JsonNode json = answer.json();
        return json instanceof ObjectNode object ? object.remove(DIFFER) : json;
    }
}
