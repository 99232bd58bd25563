package org.trustedtrader.gateway.border;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Iterator;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads headers only if every one of them is known to change nothing for a question without a body. */
final class PlainHeaders {

    private static final String BEARER = "Bearer ";
    private static final int LONGEST_HOST = 128;
    private static final int LARGEST_PORT = 65_535;

    /** More than one of these might mean anything. */
    private static final Set<String> AT_MOST_ONCE = names("Authorization", "Connection", "Host", "traceparent");

    private static final Set<String> HARMLESS = names(
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Forwarded",
            "tracestate",
            "User-Agent",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Real-IP",
            "X-Request-Id");

    private PlainHeaders() {}

    private static Set<String> names(String... names) {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(Set.of(names));
        return all;
    }

    /** Null if there is none, or any header is unusual. */
    static @Nullable String token(HttpHeaders headers) {
        if (!allKnown(headers)) {
            return null;
        }
        String host = headers.get(HttpHeaderNames.HOST);
        String connection = headers.get(HttpHeaderNames.CONNECTION);
        String authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
        boolean plain = host != null
                && isHost(host)
                && (connection == null || HttpHeaderValues.KEEP_ALIVE.contentEqualsIgnoreCase(connection))
                && authorization != null
                && authorization.startsWith(BEARER);
        return plain ? authorization.substring(BEARER.length()) : null;
    }

    private static boolean allKnown(HttpHeaders headers) {
        Iterator<Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence();
        while (all.hasNext()) {
            Entry<CharSequence, CharSequence> header = all.next();
            String name = header.getKey().toString();
            boolean known = HARMLESS.contains(name)
                    || (AT_MOST_ONCE.contains(name) && headers.getAll(name).size() == 1);
            if (!known || !printable(header.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean printable(CharSequence value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** A name or an IPv4 address, and perhaps a port. */
    private static boolean isHost(String host) {
        int colon = host.indexOf(':');
        int end = colon < 0 ? host.length() : colon;
        return end > 0
                && host.length() <= LONGEST_HOST
                && PlainText.only(host, 0, end, "-.")
                && (colon < 0 || isPort(host.substring(colon + 1)));
    }

    private static boolean isPort(String port) {
        return !port.isEmpty()
                && port.length() <= 5
                && port.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(port) <= LARGEST_PORT;
    }
}
