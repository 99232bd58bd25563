package org.trustedtrader.platform.inbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** The versions handled a short while ago, so that catch-up does not repeat all that the broker has just brought. */
final class RecentVersions {

    private static final int KEPT = 50_000;

    private final Map<String, Long> versions = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void note(String subject, long version) {
        versions.merge(subject, version, Math::max);
    }

    /** Whether that version was handled, and none after it. */
    synchronized boolean isNewest(String subject, long version) {
        return versions.getOrDefault(subject, 0L) == version;
    }

    synchronized boolean has(String subject, long version) {
        return versions.getOrDefault(subject, 0L) >= version;
    }
}
