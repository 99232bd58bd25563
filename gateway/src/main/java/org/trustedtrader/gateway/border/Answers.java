package org.trustedtrader.gateway.border;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import org.trustedtrader.gateway.problem.Problem;
import org.trustedtrader.gateway.problem.Problems;
import org.trustedtrader.gateway.signin.SecurityHeaders;
import org.trustedtrader.gateway.trace.RequestTrace;

/** What callers are told: the service's answer without what is not for them, and with the headers of every answer. */
final class Answers {

    private static final Set<String> NOT_PASSED_ON = names(
            "Connection",
            "Content-Length",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Server",
            "Set-Cookie",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "X-Application-Context",
            "X-Powered-By");

    private final Problems problems;
    private final List<Map<AsciiString, AsciiString>> safety;

    Answers(Problems problems, SecurityHeaders safety) {
        this.problems = problems;
        this.safety = safety.groups().stream().map(Answers::ascii).toList();
    }

    private static Set<String> names(String... names) {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(Set.of(names));
        return all;
    }

    /** The encoder copies such texts whole, and others letter by letter. */
    private static Map<AsciiString, AsciiString> ascii(Map<String, String> group) {
        Map<AsciiString, AsciiString> all = new LinkedHashMap<>();
        group.forEach((name, value) -> all.put(new AsciiString(name), new AsciiString(value)));
        return all;
    }

    FullHttpResponse of(BorderService.Said said, String traceId) {
        HttpHeaders headers =
                DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
        Iterator<Entry<CharSequence, CharSequence>> all = said.headers().iteratorCharSequence();
        while (all.hasNext()) {
            Entry<CharSequence, CharSequence> header = all.next();
            if (!NOT_PASSED_ON.contains(header.getKey().toString())) {
                headers.add(header.getKey(), header.getValue());
            }
        }
        return finished(said.status(), headers, said.body(), traceId);
    }

    FullHttpResponse of(Problem problem, String path, String traceId) {
        HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().newHeaders();
        problem.headers().forEach(headers::set);
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json");
        ByteBuf body = Unpooled.wrappedBuffer(problems.document(problem, path, traceId));
        return finished(HttpResponseStatus.valueOf(problem.status().value()), headers, body, traceId);
    }

    private FullHttpResponse finished(HttpResponseStatus status, HttpHeaders headers, ByteBuf body, String traceId) {
        headers.set(RequestTrace.ID_HEADER, traceId);
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        for (Map<AsciiString, AsciiString> group : safety) {
            if (!containsAny(headers, group.keySet())) {
                group.forEach(headers::set);
            }
        }
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body, headers, EmptyHttpHeaders.INSTANCE);
    }

    private static boolean containsAny(HttpHeaders headers, Set<AsciiString> names) {
        for (AsciiString name : names) {
            if (headers.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
