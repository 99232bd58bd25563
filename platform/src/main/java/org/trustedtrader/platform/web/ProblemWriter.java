package org.trustedtrader.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.trustedtrader.platform.problem.Problem;
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
        Locale language = RequestLanguage.of(request);
        byte[] body =
                json.writeValueAsBytes(problem.document(language, path(request), TraceIdHeaderFilter.of(request)));
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The document for a server beside the servlet container; its status and headers are the problem's own. */
    public byte[] document(Problem problem, Locale language, String instance, String traceId) {
        return json.writeValueAsBytes(problem.document(language, instance, traceId));
    }

    private static String path(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original instanceof String uri ? uri : request.getRequestURI();
    }
}
