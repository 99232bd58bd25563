package org.trustedtrader.benefits.entrance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.TestSocketUtils;
import org.trustedtrader.benefits.decision.DecisionId;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.PendingDecision;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.RawHttp;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.StubIssuer;
import org.trustedtrader.platform.test.TestTokens;
import org.trustedtrader.platform.token.IssuerKeys;
import org.trustedtrader.platform.token.IssuerKeysClient;
import org.trustedtrader.platform.token.TokenValidator;

/** Too much of anything is refused in words, and what has begun is finished before the service ends. */
@ServiceIT
@Import({EntranceLimitsIT.SlowJournal.class, EntranceLimitsIT.SlowKeys.class})
@TestPropertySource(
        properties = {
            "ttp.benefits.lane.max-connections=4",
            "ttp.benefits.lane.max-connections-per-client=3",
            "ttp.benefits.lane.max-at-work=2",
            "ttp.benefits.lane.max-token-checks=1",
            "ttp.benefits.lane.request-timeout=2s",
            "ttp.benefits.lane.idle-timeout=2m",
            "ttp.benefits.lane.max-anonymous-per-address=3"
        })
@DirtiesContext
class EntranceLimitsIT {

    private static final int ENTRANCE = TestSocketUtils.findAvailableTcpPort();
    private static final String QUESTION =
            RawHttp.request("GET", BothServers.SINGLE, BothServers.as(BothServers.bearer(Caller.BORDER_SYSTEM)), "");
    private static final String ANOTHERS_QUESTION = question("border-sarnia");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final SlowJournal journal;
    private final SlowKeys keys;
    private final EntranceServer server;
    private final EntranceMetrics metrics;

    EntranceLimitsIT(SlowJournal journal, SlowKeys keys, EntranceServer server, EntranceMetrics metrics) {
        this.journal = journal;
        this.keys = keys;
        this.server = server;
        this.metrics = metrics;
    }

    @DynamicPropertySource
    static void entrance(DynamicPropertyRegistry settings) {
        settings.add("ttp.benefits.lane.port", () -> ENTRANCE);
    }

    /** Appends wait while the gate is shut. */
    @TestConfiguration(proxyBeanMethods = false)
    static class SlowJournal {

        volatile CountDownLatch gate = new CountDownLatch(0);
        volatile boolean isBroken;

        @Bean
        @Primary
        Journal slowJournal() {
            return new Journal() {
                @Override
                public JournalEntry append(PendingDecision answered) {
                    passGate();
                    return answered.as("AAAAAAAAAAAAAAAAAAAAAA");
                }

                @Override
                public DecisionId append(byte[] entry, int length) {
                    passGate();
                    return new DecisionId(0, 0);
                }

                private void passGate() {
                    pass(gate);
                    if (isBroken) {
                        throw new StackOverflowError("of a test");
                    }
                }

                @Override
                public boolean waits() {
                    return true;
                }

                @Override
                public Optional<JournalEntry> find(String id) {
                    return Optional.empty();
                }
            };
        }
    }

    /** Checks of tokens wait while the gate is shut. */
    @TestConfiguration(proxyBeanMethods = false)
    static class SlowKeys {

        volatile CountDownLatch gate = new CountDownLatch(0);
        final AtomicInteger waiting = new AtomicInteger();

        @Bean
        @Primary
        TokenValidator slowlyValidating() {
            var issuer = StubIssuer.running().issuer();
            var clock = InstantSource.system();
            var known =
                    new IssuerKeys(new IssuerKeysClient(URI.create(issuer + "/protocol/openid-connect/certs")), clock);
            JWKSource<SecurityContext> slow = (selector, context) -> {
                waiting.incrementAndGet();
                pass(gate);
                waiting.decrementAndGet();
                return known.get(selector, context);
            };
            return new TokenValidator(issuer, "ttp-api", slow, clock);
        }
    }

    private static void pass(CountDownLatch gate) {
        try {
            if (!gate.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The gate was never opened.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyLimitIsKept() {
        strangersTakeNoPlaceOfThoseWhoAreKnown();
        whoeverShowsNoValidTokenIsDisconnected();
        anErrorIsAnsweredAndFreesItsPlace();
        refusesWhatIsBeyondItsWorkers();
        turnsAwayConnectionsBeyondTheMost();
        idleConnectionsMakeRoom();
        silentConnectionsKeepNobodyOut();
        endsConnectionsThatStayIdleOrSlow();
        finishesWhatHasBegunBeforeItEnds();
    }

    private void refusesWhatIsBeyondItsWorkers() {
        knowTheToken();
        journal.gate = new CountDownLatch(1);
        try (var one = open();
                var two = open();
                var three = open()) {
            one.send(QUESTION);
            two.send(QUESTION);
            await().atMost(SOON).until(() -> metrics.atWork.get() == 2);
            var refused = three.send(QUESTION).answer();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.headers()).containsEntry("retry-after", "5");
            assertThat(refused.json().get("type").asString()).endsWith(":unavailable");
            journal.gate.countDown();
            assertThat(one.answer().status()).isEqualTo(200);
            assertThat(two.answer().status()).isEqualTo(200);
            assertThat(three.send(QUESTION).answer().status()).isEqualTo(200);
        }
    }

    /** Both places of requests would be taken by two strangers, if they could have them. */
    private void strangersTakeNoPlaceOfThoseWhoAreKnown() {
        knowTheToken();
        keys.gate = new CountDownLatch(1);
        try (var one = open();
                var two = open();
                var known = open()) {
            one.send(question("border-windsor"));
            await().atMost(SOON).until(() -> keys.waiting.get() == 1);
            var refused = two.send(question("border-windsor")).answer();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(two.isAtItsEnd()).isTrue();
            assertThat(known.send(QUESTION).answer().status()).isEqualTo(200);
            keys.gate.countDown();
            assertThat(one.answer().status()).isEqualTo(200);
        }
    }

    private void whoeverShowsNoValidTokenIsDisconnected() {
        var bad = RawHttp.request("GET", BothServers.SINGLE, BothServers.as("Bearer a.b.c"), "");
        try (var stranger = open();
                var known = open()) {
            var refused = stranger.send(bad).answer();
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.headers()).containsEntry("connection", "close");
            assertThat(stranger.isAtItsEnd()).isTrue();

            assertThat(known.send(QUESTION).answer().status()).isEqualTo(200);
            assertThat(known.send(bad).answer().status()).isEqualTo(401);
            assertThat(known.send(QUESTION).answer().status()).isEqualTo(200);
        }
    }

    private void anErrorIsAnsweredAndFreesItsPlace() {
        try (var http = open()) {
            journal.isBroken = true;
            for (int i = 0; i < 3; i++) {
                var failed = http.send(QUESTION).answer();
                assertThat(failed.status()).isEqualTo(500);
                assertThat(failed.json().get("type").asString()).endsWith(":internal-error");
            }
            journal.isBroken = false;
            assertThat(http.send(QUESTION).answer().status()).isEqualTo(200);
        }
    }

    private void turnsAwayConnectionsBeyondTheMost() {
        awaitNoConnection();
        List<RawHttp> most = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            most.add(inUse(QUESTION));
        }
        try (var more = open().send(QUESTION)) {
            var refused = more.answer();
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.body()).contains("as many connections as it may have");
            assertThat(more.isAtItsEnd()).isTrue();
        }
        await().atMost(SOON).until(() -> metrics.connections.get() == 3);
        most.add(inUse(ANOTHERS_QUESTION));
        try (var more = open()) {
            assertThat(more.answer().status()).isEqualTo(503);
            assertThat(more.isAtItsEnd()).isTrue();
        }
        most.forEach(RawHttp::close);
        awaitNoConnection();
        knowTheToken();
    }

    /** It has shown its token, and is in the middle of its second request. */
    private static RawHttp inUse(String question) {
        var http = open().send(question);
        assertThat(http.answer().status()).isEqualTo(200);
        return http.send(question.substring(0, question.length() - 2) + "Content-Length: 9\r\n\r\n{");
    }

    private void idleConnectionsMakeRoom() {
        awaitNoConnection();
        List<RawHttp> idle = new ArrayList<>();
        for (var question : List.of(QUESTION, QUESTION, QUESTION, ANOTHERS_QUESTION)) {
            idle.add(open().send(question));
            assertThat(idle.getLast().answer().status()).isEqualTo(200);
        }
        await().atMost(SOON).untilAsserted(() -> {
            try (var more = open().send(ANOTHERS_QUESTION)) {
                assertThat(more.answer().status()).isEqualTo(200);
            }
        });
        assertThat(idle.getFirst().isAtItsEnd()).isTrue();
        idle.forEach(RawHttp::close);
        awaitNoConnection();
    }

    /** Half a request without a token, many times: a caller with a token is answered meanwhile, and stays connected. */
    private void silentConnectionsKeepNobodyOut() {
        awaitNoConnection();
        List<RawHttp> silent = new ArrayList<>();
        try (var known = open().send(QUESTION)) {
            assertThat(known.answer().status()).isEqualTo(200);
            for (int i = 0; i < 50; i++) {
                silent.add(open().send("GET /v1/eligibility/BN9/1 HTTP/1.1\r\nHost: a\r\n"));
            }
            try (var late = open().send(QUESTION)) {
                assertThat(late.answer().status()).isEqualTo(200);
                assertThat(late.send(QUESTION).answer().status()).isEqualTo(200);
            }
            assertThat(known.send(QUESTION).answer().status()).isEqualTo(200);
            assertThat(metrics.connections.get()).isLessThanOrEqualTo(4);
            assertThat(silent.getFirst().isAtItsEnd()).isTrue();
        }
        silent.forEach(RawHttp::close);
    }

    private void endsConnectionsThatStayIdleOrSlow() {
        awaitNoConnection();
        try (var idle = open();
                var slow = open();
                var half = open()) {
            slow.send("GET /v1/elig");
            half.send("POST /v1/crossings HTTP/1.1\r\nHost: b\r\nContent-Length: 9\r\nAuthorization: "
                    + BothServers.bearer(Caller.BORDER_SYSTEM) + "\r\n\r\n{");
            assertThat(half.isAtItsEnd()).isTrue();
            assertThat(slow.isAtItsEnd()).isTrue();
            assertThat(idle.isAtItsEnd()).isTrue();
        }
    }

    private void finishesWhatHasBegunBeforeItEnds() {
        awaitNoConnection();
        journal.gate = new CountDownLatch(1);
        try (var last = open();
                var idle = open()) {
            last.send(QUESTION);
            await().atMost(SOON).until(() -> metrics.atWork.get() == 1);
            Thread.startVirtualThread(server::stop);
            assertThat(idle.isAtItsEnd()).isTrue();
            journal.gate.countDown();
            var answer = last.answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("connection", "close");
        }
        await().atMost(SOON).until(() -> !server.isRunning() && metrics.connections.get() == 0);
    }

    /** With a token that is new to the service. */
    private static String question(String client) {
        var token = TestTokens.client(client).roles("border-system").token();
        return RawHttp.request("GET", BothServers.SINGLE, BothServers.as("Bearer " + token), "");
    }

    private void knowTheToken() {
        try (var http = open()) {
            assertThat(http.send(QUESTION).answer().status()).isEqualTo(200);
        }
    }

    private void awaitNoConnection() {
        await().atMost(SOON).until(() -> metrics.connections.get() == 0);
    }

    private static RawHttp open() {
        return RawHttp.to(ENTRANCE);
    }
}
