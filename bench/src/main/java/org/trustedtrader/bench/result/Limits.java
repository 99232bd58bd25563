package org.trustedtrader.bench.result;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What limits each row: written by hand in {@code limits.properties} from profiles, never guessed by a program. */
final class Limits {

    private final Properties texts = new Properties();

    Limits() {
        var file =
                Objects.requireNonNull(Limits.class.getResourceAsStream("/org/trustedtrader/bench/limits.properties"));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String key) {
        return texts.getProperty(key, "not looked into yet");
    }
}
