package org.trustedtrader.gateway.tracing;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * One line for each change and each refusal; plain reads are logged at DEBUG. Query strings are never logged: they may carry
 * sign-in codes.
 */
public final class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    private RequestLog() {}

    /** @param path without the query */
    public static void answered(String traceId, String method, String path, int status, long nanos, String caller) {
        boolean fact = status >= 400 || !(method.equals("GET") || method.equals("HEAD"));
        Level level = fact ? Level.INFO : Level.DEBUG;
        if (!LOG.isEnabledForLevel(level)) {
            return;
        }
        try (MDC.MDCCloseable ignored = MDC.putCloseable("traceId", traceId)) {
            LOG.atLevel(level)
                    .log(
                            "request method={} path={} status={} ms={} caller={}",
                            method,
                            printable(path),
                            status,
                            TimeUnit.NANOSECONDS.toMillis(nanos),
                            caller);
        }
    }

    private static String printable(String path) {
        return path.length() > 200 ? path.substring(0, 200) + "…" : path;
    }
}
