package org.trustedtrader.gateway.tracing;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A W3C {@code traceparent}: 32 and 16 hexadecimal digits, and flags. */
public record TraceParent(String traceId, String spanId, String flags) {

    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);

    /** The caller's trace with a span of our own; a new trace if the caller sent none, or something else. */
    public static TraceParent continued(@Nullable String header) {
        if (header != null && FORM.matcher(header).matches()) {
            String[] parts = header.split("-");
            if (!parts[1].equals(NO_TRACE) && !parts[2].equals(NO_SPAN)) {
                return new TraceParent(parts[1], digits(), parts[3]);
            }
        }
        return new TraceParent(digits() + digits(), digits(), "01");
    }

    public String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String digits() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
