package org.trustedtrader.platform.inbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * ChangeFeedCursors of this process alone, for a reader that keeps what it hears in memory: it begins at its {@link FeedCheckpoint}
 * and hears everything after that itself, whatever other replicas have heard.
 */
public final class InMemoryCursors implements ChangeFeedCursors {

    private final FeedCheckpoint start;
    private final Map<String, String> cursors = new ConcurrentHashMap<>();

    InMemoryCursors(FeedCheckpoint start) {
        this.start = start;
    }

    /**
     * How far each feed has been taken in completely: everything up to there was handled before this returns. A snapshot
     * that is begun afterwards holds it, so these cursors may be written beside it; never those taken after it was begun.
     */
    public Map<String, String> takenIn() {
        return Map.copyOf(cursors);
    }

    @Override
    public String of(String feed) {
        return cursors.computeIfAbsent(feed, start::of);
    }

    @Override
    public void keep(String feed, String next) {
        cursors.put(feed, next);
        start.takenIn(feed, next);
    }
}
