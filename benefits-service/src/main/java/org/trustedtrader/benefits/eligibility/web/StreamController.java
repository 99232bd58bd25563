package org.trustedtrader.benefits.eligibility.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Eligibility")
class StreamController {

    private static final String NDJSON = "application/x-ndjson";

    private final StreamAnswers streams;
    private final StreamProperties settings;
    private final JsonMapper json;

    StreamController(StreamAnswers streams, StreamProperties settings, JsonMapper json) {
        this.streams = streams;
        this.settings = settings;
        this.json = json;
    }

    @PostMapping(path = "/v1/eligibility/stream", consumes = NDJSON, produces = NDJSON)
    @Operation(
            summary = "The same line by line, for lists of any length",
            description =
                    "NDJSON both ways. A line asks {\"scheme\":…,\"id\":…} and perhaps asOf and benefit; each is"
                            + " answered by a line with its number, in order, while more are sent. A line that makes no sense is"
                            + " answered by an error of its own and fails no other. Take the answers while you send: who does not"
                            + " is not read from. Without a last line for every question the list was cut off: ask the rest again.")
    void stream(HttpServletRequest request, HttpServletResponse response, Actor actor) throws IOException {
        var lines = new LineReader(request.getInputStream(), settings.longestLine());
        response.setContentType(NDJSON);
        try {
            streams.answer(lines, actor, views -> write(views, response));
        } catch (Refusal refusal) {
            if (!response.isCommitted()) {
                throw refusal;
            }
            write(List.of(LineView.refused(0, "unavailable", String.valueOf(refusal.getMessage()))), response);
        }
    }

    private void write(List<LineView> views, HttpServletResponse response) throws IOException {
        var out = new ByteArrayOutputStream(views.size() * 512);
        for (var view : views) {
            out.writeBytes(json.writeValueAsBytes(view));
            out.write('\n');
        }
        response.getOutputStream().write(out.toByteArray());
        response.flushBuffer();
    }
}
