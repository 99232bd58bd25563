package org.trustedtrader.benefits;

import java.nio.file.Path;
import java.time.Instant;
import org.trustedtrader.platform.event.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The samples of events that producers and readers share; some hold the whole envelope, some the data alone. */
public final class Samples {

    private static final Path FOLDER = Path.of("..", "docs", "events", "samples");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Samples() {}

    public static JsonNode data(String type) {
        var sample = JSON.readTree(FOLDER.resolve(type + ".json"));
        return sample.has("data") && sample.has("subject") ? sample.get("data") : sample;
    }

    /** The sample as it would arrive. */
    public static Event event(String type, String id, long version) {
        return event(type, id, version, data(type).toString());
    }

    public static Event event(String type, String id, long version, String data) {
        var parts = type.split("\\.");
        var subject = parts[1] + "/" + id;
        return new Event(
                parts[0] + "/" + subject + "/" + version,
                type,
                parts[0],
                subject,
                Instant.parse("2026-11-23T14:00:00Z"),
                version,
                "user:test",
                "",
                data);
    }
}
