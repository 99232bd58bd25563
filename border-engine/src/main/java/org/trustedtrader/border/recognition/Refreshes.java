package org.trustedtrader.border.recognition;

import java.util.List;
import java.util.stream.IntStream;

/** The refreshes of one partner, ascending by version, in parallel arrays. */
record Refreshes(long[] versions, long[] drawnAt) {

    static final Refreshes NONE = of(List.of());

    static Refreshes of(List<Refresh> all) {
        return new Refreshes(
                all.stream().mapToLong(Refresh::version).toArray(),
                all.stream().mapToLong(Refresh::drawnAt).toArray());
    }

    List<Refresh> all() {
        return IntStream.range(0, versions.length)
                .mapToObj(i -> new Refresh(versions[i], drawnAt[i]))
                .toList();
    }

    long newest() {
        return versions.length == 0 ? 0 : versions[versions.length - 1];
    }

    /** Up to when the list counted that had been drawn by then; {@link Long#MIN_VALUE} if none had. */
    long freshUntil(long millis, long limit, long staleAfter) {
        for (int i = versions.length - 1; i >= 0; i--) {
            if (versions[i] <= limit && drawnAt[i] <= millis) {
                return drawnAt[i] + staleAfter;
            }
        }
        return Long.MIN_VALUE;
    }
}
