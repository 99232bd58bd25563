package org.trustedtrader.benefits.feed.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.feed.FeedStreams;
import org.trustedtrader.border.feed.LineSink;
import org.trustedtrader.border.feed.VerifyingKey;

@RestController
@RequestMapping("/v1/status")
@Tag(name = "Live feed")
class FeedController {

    private static final String NDJSON = "application/x-ndjson";

    private final FeedStreams streams;

    FeedController(FeedStreams streams) {
        this.streams = streams;
    }

    record KeysView(List<KeyView> keys) {}

    record KeyView(String kty, String crv, String kid, String use, String alg, String x) {

        static KeyView of(VerifyingKey key) {
            return new KeyView("OKP", "Ed25519", key.id(), "sig", "EdDSA", key.x());
        }
    }

    @GetMapping("/keys")
    @Operation(
            summary = "The public keys of the live feed",
            description =
                    "A JWK Set: the key that signs now, and those that will. To compare with the pinned ones, not to"
                            + " be trusted because they are here.")
    KeysView keys() {
        return new KeysView(streams.keys().stream().map(KeyView::of).toList());
    }

    @GetMapping(value = "/snapshot", produces = NDJSON)
    @Operation(
            summary = "All that is known now, for a copy",
            description =
                    "NDJSON; each line is a signed batch (JWS, flattened JSON, EdDSA). Only a snapshot whose last line is of"
                            + " kind COMPLETE may be used; it names epoch and position to go on from. 503 if too many load one.")
    void snapshot(HttpServletResponse response) throws InterruptedException {
        streams.snapshot(sink(response));
    }

    @GetMapping(value = "/changes", produces = NDJSON)
    @Operation(
            summary = "What changes from then on",
            description =
                    "NDJSON, streamed as it happens, at least one signed batch a second; ends after some minutes, then"
                            + " come again with the position reached. 410 if that position is gone: load a snapshot.")
    void changes(@RequestParam String epoch, @RequestParam long after, HttpServletResponse response)
            throws InterruptedException {
        var reader = streams.reader(epoch, after);
        streams.listen(reader, sink(response));
    }

    private static LineSink sink(HttpServletResponse response) {
        return line -> {
            try {
                if (!response.isCommitted()) {
                    response.setContentType(NDJSON);
                }
                response.getOutputStream().write(line);
                response.flushBuffer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
