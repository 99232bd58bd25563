package org.trustedtrader.platform.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.trustedtrader.platform.message.Languages;
import tools.jackson.databind.json.JsonMapper;

/** What Tomcat says by itself of requests that it does not even hand to us, such as one with a malformed address. */
public final class ProblemValve extends ErrorReportValve {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int code = response.getStatus();
        if (code < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var language = Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
            response.getOutputStream()
                    .write(JSON.writeValueAsBytes(ProblemMapper.ofStatus(code).document(language, "", "")));
            response.finishResponse();
        } catch (IOException | IllegalStateException _) {
            // Nobody is left to be told.
        }
    }
}
