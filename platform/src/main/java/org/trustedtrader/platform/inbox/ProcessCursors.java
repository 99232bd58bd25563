package org.trustedtrader.platform.inbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Cursors of this process alone, for a reader that keeps what it hears in memory: it begins at the beginning. */
final class ProcessCursors implements Cursors {

    private final Map<String, String> cursors = new ConcurrentHashMap<>();

    @Override
    public String of(String feed) {
        return cursors.getOrDefault(feed, "");
    }

    @Override
    public void keep(String feed, String next) {
        cursors.put(feed, next);
    }
}
