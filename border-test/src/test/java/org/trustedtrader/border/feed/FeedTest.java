package org.trustedtrader.border.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.trustedtrader.border.test.Given.MONDAY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;

class FeedTest {

    private static final String BN9 = "123456782";
    private static final Set<Identifier> ITS_OWN = Set.of(new Identifier(Scheme.BN9, BN9));
    private static final TraderState STATE = new TraderState(
            BN9,
            List.of(new TraderState.Piece(Long.MIN_VALUE, new Profile.Facts(Set.of(), List.of(), false), ITS_OWN)),
            ITS_OWN,
            Map.of("company/" + BN9, 2L));

    private final BorderMemory memory = new BorderMemory(TestPolicies.shipped());
    private final AtomicInteger signed = new AtomicInteger();

    @Test
    void aBatchIsSignedOnceAndOnlyIfSomebodyReadsIt() throws Exception {
        try (var feed = feed()) {
            feed.changed(TestPolicies.shipped());
            feed.settle();
            assertThat(signed).hasValue(0);

            var epoch = epoch(feed);
            signed.set(0);
            var first = feed.follow(epoch, 0).next(Duration.ofSeconds(5));
            assertThat(first).hasSize(1);
            assertThat(feed.follow(epoch, 0).next(Duration.ofSeconds(5))).isEqualTo(first);
            assertThat(signed).hasValue(1);
        }
    }

    @Test
    void aNarrowedTraderWaitsForItsStateWhileNobodyReads() throws Exception {
        try (var feed = feed()) {
            feed.narrowed(BN9);
            Thread.sleep(100);

            memory.put(STATE);
            feed.changed(STATE);
            feed.settle();

            assertThat(feed.isClosed()).as("looked up before it was there").isFalse();
        }
    }

    @Test
    void aReaderIsToldOfANarrowedTraderSoon() throws Exception {
        memory.put(STATE);
        try (var feed = feed()) {
            var reader = feed.follow(epoch(feed), 0);
            feed.narrowed(BN9);

            assertThat(reader.next(Duration.ofSeconds(10))).hasSize(1);
        }
    }

    @Test
    void whoComesWhileANarrowedTraderWaitsIsToldSoon() throws Exception {
        memory.put(STATE);
        try (var feed = feed()) {
            feed.narrowed(BN9);
            Thread.sleep(100);

            assertThat(feed.follow(epoch(feed), 0).next(Duration.ofSeconds(10))).hasSize(1);
        }
    }

    @Test
    void whoWaitsForAllThatWasToldWaitsForNoState() throws Exception {
        memory.put(STATE);
        try (var feed = feed()) {
            feed.narrowed(BN9);
            Thread.sleep(100);

            assertTimeoutPreemptively(Duration.ofSeconds(10), feed::settle);
        }
    }

    /** Beats are an hour apart, so that none is waited for. */
    private Feed feed() {
        return new Feed(
                new Everybody(memory, new RecognisedMembers(List.of())),
                () -> new Batch.Issue(MONDAY, MONDAY, Duration.ZERO, Duration.ofSeconds(60)),
                (batch, _) -> batch.epoch() + " " + signed.incrementAndGet(),
                SigningKey.generate(),
                new FeedSizes(100, 10, Duration.ofHours(1)));
    }

    private static String epoch(Feed feed) throws Exception {
        var snapshot = new StringBuilder();
        feed.snapshot(line -> snapshot.append(new String(line)));
        return snapshot.substring(0, snapshot.indexOf(" "));
    }
}
