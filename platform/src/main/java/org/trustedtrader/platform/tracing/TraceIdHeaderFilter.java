package org.trustedtrader.platform.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells every caller the trace id of its request, so that a question about an answer can name it. */
public final class TraceIdHeaderFilter extends OncePerRequestFilter {

    /** The request attribute and, written with a hyphen, the response header that carry the id: 32 hexadecimal digits. */
    public static final String ATTRIBUTE = TraceIdHeaderFilter.class.getName();

    private static final String HEADER = "Trace-Id";

    private final Tracer tracer;

    TraceIdHeaderFilter(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = tracer.currentSpan();
        if (span != null) {
            request.setAttribute(ATTRIBUTE, span.context().traceId());
            response.setHeader(HEADER, span.context().traceId());
        }
        chain.doFilter(request, response);
    }

    /** The trace id of a request, empty if it is not traced. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "";
    }
}
