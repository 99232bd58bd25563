package org.trustedtrader.benefits.lane.web;

import io.netty.handler.codec.http.HttpMethod;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, by its method and target as written.
 *
 * @param scheme of a single question
 * @param id     of a single question
 * @param query  of a single question, without the question mark
 */
record Address(Kind kind, String scheme, String id, String query) {

    /** What the lane does with an address. */
    enum Kind {
        SINGLE,
        BATCH,
        CROSSING,
        /** One of the hot addresses, but not asked in the plain way. */
        UNUSUAL,
        /** There is no such address here, for anybody. */
        ELSEWHERE,
        /** No honest client writes it, and readers might disagree about what it means. */
        MALFORMED
    }

    private static final String ELIGIBILITY = "/v1/eligibility/";
    private static final String CROSSINGS = "/v1/crossings";
    static final int LONGEST_PART = 64;
    private static final String NEVER_RAW = "\"<>\\^`{|}#";
    private static final Set<Integer> NEVER_ENCODED =
            Set.of((int) '/', (int) '\\', (int) '%', (int) '.', (int) ';', 0x7f);

    static Address of(HttpMethod method, String target) {
        int question = target.indexOf('?');
        int end = question < 0 ? target.length() : question;
        if (target.startsWith(ELIGIBILITY)) {
            int slash = target.indexOf('/', ELIGIBILITY.length());
            if (slash > 0 && isPart(target, ELIGIBILITY.length(), slash) && isPart(target, slash + 1, end)) {
                return single(method, target, slash, question);
            }
        }
        if (malformed(target, end)) {
            return new Address(Kind.MALFORMED, "", "", "");
        }
        return new Address(other(method, target, end, question), "", "", "");
    }

    private static Address single(HttpMethod method, String target, int slash, int question) {
        if (!HttpMethod.GET.equals(method)) {
            return new Address(malformed(target, target.length()) ? Kind.MALFORMED : Kind.UNUSUAL, "", "", "");
        }
        return new Address(
                Kind.SINGLE,
                target.substring(ELIGIBILITY.length(), slash),
                target.substring(slash + 1, question < 0 ? target.length() : question),
                question < 0 ? "" : target.substring(question + 1));
    }

    private static Kind other(HttpMethod method, String target, int end, int question) {
        String path = target.substring(0, end);
        boolean plain = HttpMethod.POST.equals(method) && question < 0;
        if (path.equals(CROSSINGS)) {
            return plain ? Kind.CROSSING : Kind.UNUSUAL;
        }
        if (path.equals(ELIGIBILITY + "batch")) {
            return plain ? Kind.BATCH : Kind.UNUSUAL;
        }
        return path.startsWith(ELIGIBILITY) || path.startsWith(CROSSINGS + "/") ? Kind.UNUSUAL : Kind.ELSEWHERE;
    }

    private static boolean isPart(String target, int from, int to) {
        if (to <= from || to - from > LONGEST_PART) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isPlain(target.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether schemes and identifiers may have it in an address. */
    static boolean isPlain(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    }

    /** @param end of the path; after it other things are allowed */
    private static boolean malformed(String target, int end) {
        if (target.isEmpty() || target.charAt(0) != '/') {
            return true;
        }
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c >= 0x7f || NEVER_RAW.indexOf(c) >= 0 || (c == '%' && badEscape(target, i, i < end))) {
                return true;
            }
        }
        String path = target.substring(0, end);
        return path.indexOf(';') >= 0
                || path.contains("//")
                || path.contains("/./")
                || path.contains("/../")
                || path.endsWith("/.")
                || path.endsWith("/..");
    }

    private static boolean badEscape(String target, int at, boolean inPath) {
        if (at + 2 >= target.length()) {
            return true;
        }
        int high = Character.digit(target.charAt(at + 1), 16);
        int low = Character.digit(target.charAt(at + 2), 16);
        if (high < 0 || low < 0) {
            return true;
        }
        int value = high * 16 + low;
        return inPath && (value < ' ' || NEVER_ENCODED.contains(value));
    }

    /** The path of a target, as problem documents name it. */
    static String path(@Nullable String target) {
        if (target == null) {
            return "";
        }
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }
}
