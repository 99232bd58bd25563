package org.trustedtrader.benefits.entrance.web;

import io.netty.handler.codec.http.HttpMethod;

/**
 * What the entrance does with a request, by its method and target as written. Only the plain spellings of three endpoints are
 * answered here; every other spelling goes to the ordinary chain as it is.
 *
 * @param scheme of a single question
 * @param id     of a single question
 * @param query  of a single question, without the question mark
 */
record RequestTarget(Kind kind, String scheme, String id, String query) {

    enum Kind {
        SINGLE,
        BATCH,
        CROSSING,
        /** One of the three endpoints, but not in the plain spelling: for the ordinary chain. */
        UNUSUAL,
        /** No endpoint of the entrance, for anybody. */
        ELSEWHERE,
        /** No path of an HTTP client that means one thing. */
        MALFORMED
    }

    private static final String ELIGIBILITY = "/v1/eligibility/";
    private static final String CROSSINGS = "/v1/crossings";
    private static final int LONGEST_PART = 64;
    private static final RequestTarget IS_BATCH = new RequestTarget(Kind.BATCH, "", "", "");
    private static final RequestTarget IS_CROSSING = new RequestTarget(Kind.CROSSING, "", "", "");
    private static final RequestTarget IS_UNUSUAL = new RequestTarget(Kind.UNUSUAL, "", "", "");
    private static final RequestTarget IS_ELSEWHERE = new RequestTarget(Kind.ELSEWHERE, "", "", "");
    private static final RequestTarget IS_MALFORMED = new RequestTarget(Kind.MALFORMED, "", "", "");

    static RequestTarget of(HttpMethod method, String target) {
        if (target.indexOf('#') >= 0) {
            return IS_MALFORMED; // no request has a fragment (RFC 9112, 3.2), and readers differ about where it ends
        }
        var path = path(target);
        var query = target.substring(Math.min(target.length(), path.length() + 1));
        if (HttpMethod.GET.equals(method) && path.startsWith(ELIGIBILITY)) {
            int slash = path.indexOf('/', ELIGIBILITY.length());
            if (slash > 0 && isPlain(path, ELIGIBILITY.length(), slash) && isPlain(path, slash + 1, path.length())) {
                return new RequestTarget(
                        Kind.SINGLE, path.substring(ELIGIBILITY.length(), slash), path.substring(slash + 1), query);
            }
        }
        if (HttpMethod.POST.equals(method) && path.length() == target.length()) {
            if (path.equals(CROSSINGS)) {
                return IS_CROSSING;
            }
            if (path.equals(ELIGIBILITY + "batch")) {
                return IS_BATCH;
            }
        }
        if (isMalformed(path)) {
            return IS_MALFORMED;
        }
        return path.startsWith(ELIGIBILITY) || path.equals(CROSSINGS) || path.startsWith(CROSSINGS + "/")
                ? IS_UNUSUAL
                : IS_ELSEWHERE;
    }

    /** The path of a target, as problem documents name it. */
    static String path(String target) {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    private static boolean isPlain(String path, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = path.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '_')) {
                return false;
            }
        }
        return to > from && to - from <= LONGEST_PART;
    }

    /** Whether two readers might take it for different paths, so that it must not be passed on. */
    private static boolean isMalformed(String path) {
        return !path.startsWith("/")
                || path.contains("//")
                || path.contains("/.")
                || path.indexOf(';') >= 0
                || path.indexOf('\\') >= 0
                || path.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)
                || encodesASeparator(path);
    }

    private static boolean encodesASeparator(String path) {
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            int high = at + 2 < path.length() ? Character.digit(path.charAt(at + 1), 16) : -1;
            int low = at + 2 < path.length() ? Character.digit(path.charAt(at + 2), 16) : -1;
            int value = high * 16 + low;
            if (high < 0 || low < 0 || value < ' ' || value == 0x7f || "/\\%.;".indexOf(value) >= 0) {
                return true;
            }
        }
        return false;
    }
}
