package org.trustedtrader.benefits.feed;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.trustedtrader.border.feed.Feed;
import org.trustedtrader.border.feed.FeedReader;
import org.trustedtrader.border.feed.LineSink;
import org.trustedtrader.border.feed.PositionExpiredException;
import org.trustedtrader.border.feed.VerifyingKey;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Serves the feed to as many as it was set up for; nobody who listens keeps the feed or another listener waiting. */
public final class FeedStreams {

    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(1);

    private final Feed feed;
    private final List<VerifyingKey> keys;
    private final Duration longestStream;
    private final Semaphore listeners;
    private final Semaphore snapshots;
    private volatile boolean open = true;

    /** @param keys the one that signs, and those that will */
    public FeedStreams(Feed feed, List<VerifyingKey> keys, Limits limits) {
        this.feed = feed;
        this.keys = List.copyOf(keys);
        this.longestStream = limits.longestStream();
        this.listeners = new Semaphore(limits.listeners());
        this.snapshots = new Semaphore(limits.snapshots());
    }

    /**
     * @param listeners     how many may listen at once
     * @param snapshots     how many may load a snapshot at once
     * @param longestStream after which a listener has to come again, and show again who he is
     */
    public record Limits(int listeners, int snapshots, Duration longestStream) {}

    /** Serves again, after {@link #close}. */
    public void open() {
        open = true;
    }

    /** Ends all streams and begins no other; the feed itself goes on. */
    public void close() {
        open = false;
    }

    public boolean isOpen() {
        return open;
    }

    public List<VerifyingKey> keys() {
        return keys;
    }

    /** Writes a snapshot. A listener who does not see its last batch has not got it. */
    public void snapshot(LineSink sink) throws InterruptedException {
        acquire(snapshots);
        try {
            feed.snapshot(sink);
        } catch (UncheckedIOException | PositionExpiredException e) {
            // the one has gone, the other has got no last batch and comes again
        } finally {
            snapshots.release();
        }
    }

    /** What comes after that position, to be listened to with {@link #listen}. */
    public FeedReader reader(String epoch, long after) {
        try {
            return feed.follow(epoch, after);
        } catch (PositionExpiredException e) {
            throw new Refusal.Gone(Message.of("border.position-expired"));
        }
    }

    /** Writes what comes until the listener goes, is too slow, or has listened long enough. */
    public void listen(FeedReader reader, LineSink sink) throws InterruptedException {
        acquire(listeners);
        try {
            var end = System.nanoTime() + longestStream.toNanos();
            while (open && !feed.isClosed() && System.nanoTime() - end < 0) {
                reader.next(POLL_TIMEOUT).forEach(sink::accept);
            }
        } catch (UncheckedIOException | PositionExpiredException e) {
            // gone, or told so when he comes again
        } finally {
            listeners.release();
        }
    }

    private void acquire(Semaphore places) {
        if (!open || feed.isClosed() || !places.tryAcquire()) {
            throw new Refusal.Unavailable(Message.of("border.feed-busy"));
        }
    }
}
