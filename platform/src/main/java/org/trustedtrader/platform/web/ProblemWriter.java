package org.trustedtrader.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.trustedtrader.platform.tracing.TraceIdHeaderFilter;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem document where no controller is at work: in filters and for the servlet container. */
public final class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Problem complete = complete(problem, request);
        response.resetBuffer();
        response.setStatus(complete.status());
        complete.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(complete);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The document for a server beside the servlet container; its status and headers are the problem's own. */
    public byte[] document(Problem problem, String instance, String traceId) {
        return json.writeValueAsBytes(problem.at(instance, traceId));
    }

    static Problem complete(Problem problem, HttpServletRequest request) {
        Object original = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = original instanceof String uri ? uri : request.getRequestURI();
        return problem.at(path, TraceIdHeaderFilter.of(request));
    }
}
