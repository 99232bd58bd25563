package org.trustedtrader.benefits.entrance.web;

import io.netty.channel.ChannelConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Parts of requests that have arrived and wait for the answer before them. Reading pauses while there are too many. */
final class PendingParts {

    private static final int MOST = 4;

    private final Deque<HttpObject> parts = new ArrayDeque<>(MOST);

    boolean isEmpty() {
        return parts.isEmpty();
    }

    void add(HttpObject part) {
        parts.add(part);
    }

    /** The next part, which the caller releases; null if there is none. */
    @Nullable
    HttpObject poll() {
        return parts.poll();
    }

    void discard() {
        parts.forEach(ReferenceCountUtil::release);
        parts.clear();
    }

    void pauseOrResumeReading(ChannelConfig config) {
        boolean reads = parts.size() < MOST;
        if (config.isAutoRead() != reads) {
            config.setAutoRead(reads);
        }
    }
}
