package org.trustedtrader.border.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.CLOCK;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;

class FeedTest {

    private final BorderMemory memory = new BorderMemory(TestPolicies.shipped());
    private final InMemoryRevisionStore store = new InMemoryRevisionStore();
    private final Deque<Batch> written = new ConcurrentLinkedDeque<>();
    private final AtomicInteger signed = new AtomicInteger();

    @Test
    void aBatchIsSignedOnceAndOnlyIfSomebodyReadsIt() throws Exception {
        try (var feed = feed()) {
            feed.changed(TestPolicies.shipped());
            feed.awaitLogged();
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
    void whatWasHeardIsToldBeforeItsTraderIs() throws Exception {
        var status = BorderStatus.load(TestPolicies.shipped(), store, CLOCK);
        status.apply(List.of(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY)));
        try (var feed = feed()) {
            status.memory().listener(feed);
            var reader = feed.follow(epoch(feed), 0);
            store.beforeAppend(() -> assertThat(next(reader)).isEqualTo(Change.OfRestriction.class));
            status.apply(carrierIs(SUSPENDED, 2, MONDAY));
            assertThat(next(reader)).isEqualTo(Change.OfTrader.class);
        }
    }

    private Class<?> next(FeedReader reader) {
        try {
            assertThat(reader.next(Duration.ofSeconds(10))).hasSize(1);
        } catch (PositionExpiredException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return written.getFirst().changes().getFirst().getClass();
    }

    /** Beats are an hour apart, so that none is waited for. */
    private Feed feed() {
        return new Feed(
                new CombinedStatus(memory, new RecognisedMembers(List.of())),
                () -> new Batch.Issue(MONDAY, MONDAY, Duration.ZERO, Duration.ofSeconds(60)),
                (batch, _) -> {
                    written.addFirst(batch);
                    return batch.epoch() + " " + signed.incrementAndGet();
                },
                SigningKey.generate(),
                new FeedLimits(100, 10, Duration.ofHours(1)));
    }

    private static String epoch(Feed feed) throws Exception {
        var snapshot = new StringBuilder();
        feed.snapshot(line -> snapshot.append(new String(line)));
        return snapshot.substring(0, snapshot.indexOf(" "));
    }
}
