package org.trustedtrader.acceptance.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Asks one question at one address, on a kept connection and with little work of its own. */
record EligibilityProbe(URI question, Supplier<String> token) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The outcome. */
    String ask() {
        try {
            var call = (HttpURLConnection) question.toURL().openConnection();
            call.setRequestProperty("Authorization", "Bearer " + token.get());
            try (var body = call.getInputStream()) {
                return JSON.readTree(new String(body.readAllBytes(), UTF_8))
                        .path("outcome")
                        .asString();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
