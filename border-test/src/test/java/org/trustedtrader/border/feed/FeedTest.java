package org.trustedtrader.border.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.Given.MONDAY;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.test.TestPolicies;

class FeedTest {

    private final AtomicInteger signed = new AtomicInteger();

    @Test
    void aBatchIsSignedOnceAndOnlyIfSomebodyReadsIt() throws Exception {
        var memory = new BorderMemory(TestPolicies.shipped());
        try (var feed = new Feed(
                new Everybody(memory, new RecognisedMembers(List.of())),
                () -> new Batch.Issue(MONDAY, MONDAY, Duration.ZERO, Duration.ofSeconds(60)),
                (batch, _) -> batch.epoch() + " " + signed.incrementAndGet(),
                SigningKey.generate(),
                new FeedSizes(100, 10, Duration.ofHours(1)))) {
            feed.changed(TestPolicies.shipped());
            feed.settle();
            assertThat(signed).hasValue(0);

            var snapshot = new StringBuilder();
            feed.snapshot(line -> snapshot.append(new String(line)));
            var epoch = snapshot.substring(0, snapshot.indexOf(" "));
            signed.set(0);
            var first = feed.follow(epoch, 0).next(Duration.ofSeconds(5));
            assertThat(first).hasSize(1);
            assertThat(feed.follow(epoch, 0).next(Duration.ofSeconds(5))).isEqualTo(first);
            assertThat(signed).hasValue(1);
        }
    }
}
