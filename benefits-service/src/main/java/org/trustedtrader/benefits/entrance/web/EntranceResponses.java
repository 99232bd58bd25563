package org.trustedtrader.benefits.entrance.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.web.ProblemWriter;

/** HTTP answers with the headers that the ordinary chain sends. */
final class EntranceResponses {

    private static final AsciiString JSON = AsciiString.cached("application/json");
    private static final AsciiString PROBLEM = AsciiString.cached("application/problem+json");
    private static final AsciiString TRACE_ID = AsciiString.cached("Trace-Id");
    /** Names and values in the form that the codec writes without conversion. */
    private static final HttpHeaders SAFETY = headers()
            .add(ascii("X-Content-Type-Options"), ascii("nosniff"))
            .add(ascii("X-XSS-Protection"), ascii("0"))
            .add(ascii("Cache-Control"), ascii("no-cache, no-store, max-age=0, must-revalidate"))
            .add(ascii("Pragma"), ascii("no-cache"))
            .add(ascii("Expires"), ascii("0"))
            .add(ascii("X-Frame-Options"), ascii("DENY"));

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String NO_TRACE = "0".repeat(32);

    private final ProblemWriter problems;
    private volatile HttpDate date = HttpDate.of(0);

    EntranceResponses(ProblemWriter problems) {
        this.problems = problems;
    }

    /** The date as HTTP writes it, made once a second. */
    private record HttpDate(long second, AsciiString text) {
        private static HttpDate of(long second) {
            var time = Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC);
            return new HttpDate(second, AsciiString.of(DateTimeFormatter.RFC_1123_DATE_TIME.format(time)));
        }
    }

    /** @param json is sent before anything else is written to it */
    FullHttpResponse ok(ByteBuf json, String traceId, boolean last) {
        var headers = headers().add(HttpHeaderNames.CONTENT_TYPE, JSON).add(SAFETY);
        return response(HttpResponseStatus.OK, headers, json, traceId, last);
    }

    FullHttpResponse problem(Problem problem, Locale language, String path, String traceId, boolean last) {
        var headers = headers();
        problem.headers().forEach(headers::add);
        headers.add(HttpHeaderNames.CONTENT_TYPE, PROBLEM)
                .add(HttpHeaderNames.CONTENT_LANGUAGE, language.toLanguageTag())
                .add(HttpHeaderNames.VARY, "Accept-Language")
                .add(SAFETY);
        var body = Unpooled.wrappedBuffer(problems.document(problem, language, path, traceId));
        return response(HttpResponseStatus.valueOf(problem.status()), headers, body, traceId, last);
    }

    /** What the ordinary chain answered, with its own trace id and headers. */
    FullHttpResponse passedOn(OrdinaryChain.Response its, boolean last) {
        var headers = headers();
        its.headers().forEach(headers::add);
        var body = Unpooled.wrappedBuffer(its.body());
        return whole(HttpResponseStatus.valueOf(its.status()), headers, body, last);
    }

    private FullHttpResponse response(
            HttpResponseStatus status, HttpHeaders headers, ByteBuf body, String traceId, boolean last) {
        return whole(status, headers.add(TRACE_ID, traceId), body, last);
    }

    private FullHttpResponse whole(HttpResponseStatus status, HttpHeaders headers, ByteBuf body, boolean last) {
        headers.add(HttpHeaderNames.DATE, now()).add(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        if (last) {
            headers.add(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body, headers, EmptyHttpHeaders.INSTANCE);
    }

    /** The trace that a request says it belongs to, or a new one: 32 hexadecimal digits. */
    static String traceId(@Nullable String traceparent) {
        if (traceparent != null
                && !traceparent.startsWith("ff")
                && TRACEPARENT.matcher(traceparent).matches()
                && !traceparent.startsWith(NO_TRACE, 3)) {
            return traceparent.substring(3, 35);
        }
        var random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong() | 1)
                + HexFormat.of().toHexDigits(random.nextLong());
    }

    private AsciiString now() {
        long second = System.currentTimeMillis() / 1_000;
        var known = date;
        if (known.second() != second) {
            known = HttpDate.of(second);
            date = known;
        }
        return known.text();
    }

    private static AsciiString ascii(String text) {
        return AsciiString.cached(text);
    }

    /** Not validated: all names and values are our own. */
    private static HttpHeaders headers() {
        return DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
    }
}
