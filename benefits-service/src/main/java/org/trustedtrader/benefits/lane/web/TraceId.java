package org.trustedtrader.benefits.lane.web;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace that a request says it belongs to, or a new one: 32 hexadecimal digits. */
final class TraceId {

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String NOBODYS = "0".repeat(32);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private TraceId() {}

    static byte[] of(@Nullable String traceparent) {
        if (traceparent != null
                && !traceparent.startsWith("ff")
                && TRACEPARENT.matcher(traceparent).matches()
                && !traceparent.startsWith(NOBODYS, 3)) {
            return traceparent.substring(3, 35).getBytes(StandardCharsets.US_ASCII);
        }
        var random = ThreadLocalRandom.current();
        var id = new byte[32];
        hex(random.nextLong() | 1, id, 0);
        hex(random.nextLong(), id, 16);
        return id;
    }

    private static void hex(long value, byte[] target, int from) {
        long rest = value;
        for (int i = from + 15; i >= from; i--) {
            target[i] = HEX[(int) (rest & 15)];
            rest >>>= 4;
        }
    }
}
