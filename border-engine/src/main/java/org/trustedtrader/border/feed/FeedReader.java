package org.trustedtrader.border.feed;

import java.time.Duration;
import java.util.List;

/** One reader's place in the feed. Not thread-safe. */
public final class FeedReader {

    private final Feed feed;
    private final ChangeLog log;
    private long position;
    private long number;

    FeedReader(Feed feed, ChangeLog log, long position) {
        this.feed = feed;
        this.log = log;
        this.position = position;
    }

    /**
     * The lines that come next; waits for one.
     *
     * @return empty if none came in time or the feed has ended
     * @throws PositionExpiredException if the reader was too slow
     */
    public List<byte[]> next(Duration timeout) throws PositionExpiredException, InterruptedException {
        if (feed.isClosed()) {
            return List.of();
        }
        var entries = log.after(position, number, timeout);
        if (!entries.isEmpty()) {
            var last = entries.getLast().batch();
            position = last.upTo();
            number = last.number();
        }
        return entries.stream().map(ChangeLog.Entry::line).toList();
    }
}
