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
    private final List<Map<String, String>> safety;

    Answers(Problems problems, SecurityHeaders safety) {
        this.problems = problems;
        this.safety = safety.groups();
    }

    private static Set<String> names(String... names) {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(Set.of(names));
        return all;
    }

    FullHttpResponse of(BorderService.Said said, String traceId) {
        HttpHeaders headers =
                DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
        for (Entry<String, String> header : said.headers()) {
            if (!NOT_PASSED_ON.contains(header.getKey())) {
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
        for (Map<String, String> group : safety) {
            if (group.keySet().stream().noneMatch(headers::contains)) {
                group.forEach(headers::set);
            }
        }
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body, headers, EmptyHttpHeaders.INSTANCE);
    }
}
