package org.trustedtrader.platform.inbox;

import java.time.Duration;

/**
 * Reads a source's change feeds from where this service left them, so that an event that the broker lost still arrives. A
 * source that does not answer leaves everything as it is: unavailable is never read as empty.
 */
final class ChangeFeedReader {

    private final EventConsumer consumer;
    private final ChangeFeedClient feed;
    private final ChangeFeedCursors cursors;
    private final ReplicationLag freshness;
    private final ConsumerProperties settings;

    ChangeFeedReader(
            EventConsumer consumer,
            ChangeFeedClient feed,
            ChangeFeedCursors cursors,
            ReplicationLag freshness,
            ConsumerProperties settings) {
        this.consumer = consumer;
        this.feed = feed;
        this.cursors = cursors;
        this.freshness = freshness;
        this.settings = settings;
    }

    String source() {
        return consumer.source();
    }

    /** @throws RuntimeException if a feed could not be read; the others were read all the same */
    void run() {
        var started = System.nanoTime();
        RuntimeException failure = null;
        for (var aggregate : consumer.aggregates()) {
            try {
                read(aggregate);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        freshness.caughtUp(consumer.source(), started);
    }

    private void read(String aggregate) {
        var name = consumer.feed(aggregate);
        var cursor = cursors.of(name);
        var overlap = settings.catchUpOverlap();
        boolean more;
        do {
            var page = feed.changes(aggregate, cursor, overlap.toSeconds(), settings.catchUpPage());
            consumer.catchUp(page.events());
            if (!page.next().equals(cursor)) {
                cursors.keep(name, page.next());
            }
            cursor = page.next();
            overlap = Duration.ZERO;
            more = page.more();
        } while (more);
    }
}
