package org.trustedtrader.border.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.border.feed.SigningKey;
import org.trustedtrader.border.feed.TrustedKeys;
import org.trustedtrader.border.test.TestPolicies;

class FeedFollowerTest {

    @TempDir
    private Path folder;

    private final CountDownLatch asked = new CountDownLatch(2);

    /** As a client of the network does that closes its stream when it is interrupted. */
    private final class Swallowing implements FeedSource {

        @Override
        public void snapshot(LineReader.LineConsumer consumer) throws IOException {
            asked.countDown();
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                throw new IOException("closed", e);
            }
            throw new IOException("away");
        }

        @Override
        public void changes(Copy.Place after, LineReader.LineConsumer consumer) {
            throw new AssertionError("there is no copy to follow");
        }
    }

    @Test
    void endsAlsoIfTheInterruptIsSwallowed() throws Exception {
        var clocks = new Clocks(() -> Instant.EPOCH, () -> 0);
        try (var kept = new CopyFolder(folder)) {
            var follower = new FeedFollower(
                    new Swallowing(),
                    kept,
                    new TrustedKeys(List.of(SigningKey.generate().publicKey())),
                    () -> new Copy(TestPolicies.shipped(), clocks),
                    clocks,
                    Long.MAX_VALUE);
            var thread = Thread.ofVirtual().start(follower::follow);
            asked.await();
            follower.end();
            thread.interrupt();
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        }
    }
}
