package org.trustedtrader.assessment.config.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.trustedtrader.assessment.risk.ThreatLevels;
import org.trustedtrader.platform.publication.ShippedVersion;
import org.trustedtrader.platform.publication.web.DocumentSchema;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads lists of threat levels that were published, and the one that the program starts with. */
public final class ThreatListReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String SCHEMA = "/policy/schema/threat-list.schema.json";
    /** Of a data file that names no day: it counts until a published list does. */
    private static final String FIRST_DAY = "2026-11-01";

    private ThreatListReader() {}

    /**
     * The data file as a first version.
     *
     * @throws IllegalStateException if the file is missing or wrong; the program then does not start
     */
    public static ShippedVersion shipped(String path) {
        ThreatLevelFile.load(path);
        try {
            var document = (ObjectNode) DataFile.read(path, JsonNode.class);
            if (!document.has("effectiveFrom")) {
                document.put("effectiveFrom", FIRST_DAY);
            }
            return new ShippedVersion(
                    document.get("version").asString(),
                    DocumentSchema.time(document.get("effectiveFrom").asString()),
                    document.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ThreatLevels read(String document) {
        var read = JSON.readValue(document, ThreatLevelFile.class);
        return new ThreatLevels(read.version(), read.source(), read.otherwise(), read.places());
    }

    public static DocumentSchema schema() {
        try (var file = Objects.requireNonNull(ThreatListReader.class.getResourceAsStream(SCHEMA))) {
            return new DocumentSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8), _ -> List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
