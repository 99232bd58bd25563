package org.trustedtrader.gateway.border;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * A single question to the border as nearly every program writes it. Whatever is written in another way, or carries a header
 * that is not known to change nothing, is none: the filters of everything else read it.
 *
 * @param target   the path and the query
 * @param pathEnds where the path ends
 * @param token    the bearer token, unchecked
 */
record PlainQuestion(String target, int pathEnds, String token) {

    static final String PATTERN = "/v1/eligibility/{scheme}/{id}";

    private static final String PATH = "/v1/eligibility/";
    private static final int LONGEST = 512;
    private static final String TOKEN_IN_ADDRESS = "access_token";

    /** Null if the request is anything else. */
    static @Nullable PlainQuestion in(HttpRequest request) {
        String target = request.uri();
        if (!HttpMethod.GET.equals(request.method())
                || !HttpVersion.HTTP_1_1.equals(request.protocolVersion())
                || request.decoderResult().isFailure()
                || target.length() > LONGEST
                || !target.startsWith(PATH)) {
            return null;
        }
        int question = target.indexOf('?');
        int pathEnds = question < 0 ? target.length() : question;
        if (!isPath(target, pathEnds) || !isQuery(target, pathEnds)) {
            return null;
        }
        String token = PlainHeaders.token(request.headers());
        return token == null ? null : new PlainQuestion(target, pathEnds, token);
    }

    String path() {
        return target.substring(0, pathEnds);
    }

    private static boolean isPath(String target, int end) {
        int slash = target.indexOf('/', PATH.length());
        return slash > PATH.length()
                && slash < end - 1
                && PlainText.only(target, PATH.length(), slash, "-_")
                && PlainText.only(target, slash + 1, end, "-_");
    }

    /** Names and values only: the filters tidy up what is neither. */
    private static boolean isQuery(String target, int from) {
        boolean plain = from == target.length() || !target.contains(TOKEN_IN_ADDRESS);
        for (int start = from + 1; plain && start <= target.length(); ) {
            int and = target.indexOf('&', start);
            int end = and < 0 ? target.length() : and;
            int equals = target.indexOf('=', start);
            plain = equals > start
                    && equals < end
                    && PlainText.only(target, start, equals, "-_.:")
                    && PlainText.only(target, equals + 1, end, "-_.:");
            start = end + 1;
        }
        return plain;
    }
}
