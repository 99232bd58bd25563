package org.trustedtrader.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {

    private final MovedClock clock = new MovedClock();
    private final List<JWK> published = new ArrayList<>(List.of(key("first")));
    private int fetches;
    private boolean issuerIsDown;
    private Runnable whileAsked = () -> {};
    private final IssuerKeys keys = new IssuerKeys(this::fetch, clock);

    @Test
    void fetchesKeysAtMostEveryFiveMinutes() throws Exception {
        for (int second = 0; second < 300; second++) {
            assertThat(find("first")).hasSize(1);
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(fetches).isEqualTo(1);
        find("first");
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void fetchesKeysOncePerThirtySecondsForUnknownKeys() throws Exception {
        find("first");
        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 50; i++) {
                assertThat(find("made-up-" + second + "-" + i)).isEmpty();
            }
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void findsANewKeyOfTheIssuer() throws Exception {
        find("first");
        published.add(key("second"));
        clock.pass(IssuerKeys.PAUSE);
        assertThat(find("second")).hasSize(1);
    }

    @Test
    void dropsAKeyThatTheIssuerNoLongerPublishes() throws Exception {
        find("first");
        published.clear();
        clock.pass(IssuerKeys.FRESH);
        assertThat(find("first")).isEmpty();
    }

    @Test
    void keepsTheLastKeysWhileTheIssuerIsDown() throws Exception {
        find("first");
        issuerIsDown = true;
        clock.pass(Duration.ofMinutes(30));
        for (int i = 0; i < 100; i++) {
            assertThat(find("first")).hasSize(1);
        }
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void doesNotTrustLastKeysForever() throws Exception {
        find("first");
        issuerIsDown = true;
        clock.pass(IssuerKeys.OUTAGE.plusSeconds(1));
        assertThatExceptionOfType(RemoteKeySourceException.class).isThrownBy(() -> find("first"));
    }

    @Test
    void triesAgainSoonWhenItNeverHadAnyKeys() throws Exception {
        issuerIsDown = true;
        assertThatExceptionOfType(RemoteKeySourceException.class).isThrownBy(() -> find("first"));
        issuerIsDown = false;
        assertThatExceptionOfType(RemoteKeySourceException.class).isThrownBy(() -> find("first"));
        clock.pass(IssuerKeys.PAUSE_WITHOUT_KEYS);
        assertThat(find("first")).hasSize(1);
    }

    @Test
    void onlyWhoAsksAnIssuerThatIsAwayWaitsForIt() throws Exception {
        find("first");
        clock.pass(IssuerKeys.FRESH);
        issuerIsDown = true;
        find("first");
        clock.pass(IssuerKeys.PAUSE);
        var mayAnswer = new CountDownLatch(1);
        var asked = holdingUpTheIssuer(mayAnswer);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = others.submit(() -> find("first"));
            asked.await();
            try {
                assertThat(others.submit(() -> find("first")).get(10, TimeUnit.SECONDS))
                        .hasSize(1);
            } finally {
                mayAnswer.countDown();
            }
            assertThat(asking.get(10, TimeUnit.SECONDS)).hasSize(1);
        }
        assertThat(fetches).isEqualTo(3);
    }

    @Test
    void nobodyIsLetInByAnOldKeyWhileAnIssuerThatAnswersIsAsked() throws Exception {
        find("first");
        clock.pass(IssuerKeys.FRESH);
        published.clear();
        var mayAnswer = new CountDownLatch(1);
        var asked = holdingUpTheIssuer(mayAnswer);
        var asking = new FutureTask<>(() -> find("first"));
        var other = new FutureTask<>(() -> find("first"));
        Thread.ofPlatform().start(asking);
        asked.await();
        var waiting = Thread.ofPlatform().start(other);
        while (waiting.getState() != Thread.State.WAITING && waiting.isAlive()) {
            Thread.onSpinWait();
        }
        mayAnswer.countDown();
        assertThat(asking.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(other.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void nobodyWaitsForAnUnknownKeyWhileTheIssuerIsAsked() throws Exception {
        find("first");
        clock.pass(IssuerKeys.PAUSE);
        var mayAnswer = new CountDownLatch(1);
        var asked = holdingUpTheIssuer(mayAnswer);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = others.submit(() -> find("made-up"));
            asked.await();
            try {
                assertThat(others.submit(() -> find("first")).get(10, TimeUnit.SECONDS))
                        .hasSize(1);
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(
                                () -> others.submit(() -> find("made-up-too")).get(10, TimeUnit.SECONDS))
                        .withCauseInstanceOf(KeySourceException.class);
            } finally {
                mayAnswer.countDown();
            }
            assertThat(asking.get(10, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(find("made-up-too")).isEmpty();
        assertThat(fetches).isEqualTo(2);
    }

    /** An issuer that takes longer to fail than the pause is long must not be asked again by everybody who waited. */
    @Test
    void whoeverWaitedForTheFirstKeysInVainDoesNotAskAgain() throws Exception {
        issuerIsDown = true;
        var mayAnswer = new CountDownLatch(1);
        var asked = holdingUpTheIssuer(mayAnswer);
        var asking = new FutureTask<>(() -> find("first"));
        var other = new FutureTask<>(() -> find("first"));
        Thread.ofPlatform().start(asking);
        asked.await();
        var waiting = Thread.ofPlatform().start(other);
        while (waiting.getState() != Thread.State.WAITING && waiting.isAlive()) {
            Thread.onSpinWait();
        }
        clock.pass(IssuerKeys.PAUSE_WITHOUT_KEYS.plusSeconds(1));
        mayAnswer.countDown();
        for (var task : List.of(asking, other)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> task.get(10, TimeUnit.SECONDS))
                    .withCauseInstanceOf(RemoteKeySourceException.class);
        }
        assertThat(fetches).isEqualTo(1);
    }

    /** @return what is counted down when the issuer is asked; it answers once {@code mayAnswer} is */
    private CountDownLatch holdingUpTheIssuer(CountDownLatch mayAnswer) {
        var asked = new CountDownLatch(1);
        whileAsked = () -> {
            asked.countDown();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        return asked;
    }

    private List<JWK> find(String id) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }

    private String fetch() throws IOException {
        fetches++;
        whileAsked.run();
        if (issuerIsDown) {
            throw new IOException("down");
        }
        return new JWKSet(published).toString(false);
    }

    private static JWK key(String id) {
        return new OctetSequenceKey.Builder(new byte[32]).keyID(id).build();
    }
}
