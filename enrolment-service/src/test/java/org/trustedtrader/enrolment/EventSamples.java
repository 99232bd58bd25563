package org.trustedtrader.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.trustedtrader.platform.event.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The events' samples that producers and readers share: {@code docs/events/samples/<type>.json} holds a whole event. */
public final class EventSamples {

    private static final Path FOLDER = Path.of("..", "docs", "events", "samples");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private EventSamples() {}

    /** The sample of that type, as a reader is given it. */
    public static Event read(String type) {
        var sample = tree(type);
        return new Event(
                sample.path("id").asString(),
                sample.path("type").asString(),
                sample.path("source").asString(),
                sample.path("subject").asString(),
                Instant.parse(sample.path("time").asString()),
                sample.path("version").asLong(),
                sample.path("actor").asString(),
                sample.path("traceparent").asString(),
                sample.path("data").toString());
    }

    /** A field more, less or other than in the sample is a change of the contract with the readers. */
    public static void assertSample(String type, Object announcement) {
        var sample = tree(type);
        assertThat(sample.path("type").asString()).isEqualTo(type);
        assertThat(JSON.readTree(JSON.writeValueAsString(announcement))).isEqualTo(sample.path("data"));
    }

    private static JsonNode tree(String type) {
        try {
            return JSON.readTree(Files.readString(FOLDER.resolve(type + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
