package org.trustedtrader.assessment.config.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.trustedtrader.assessment.criteria.Threat;
import org.trustedtrader.assessment.risk.ThreatLevels;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The data file with the threat levels, as it is written. */
public record ThreatFile(String version, String source, int otherwise, Map<String, Map<Threat, Integer>> places) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws IllegalStateException if the file is missing or wrong; the program then does not start */
    public static ThreatLevels load(String path) {
        try (InputStream file = ThreatFile.class.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("There is no file of threat levels at " + path + ".");
            }
            ThreatFile read = YAML.readValue(file, ThreatFile.class);
            return new ThreatLevels(read.version, read.source, read.otherwise, read.places);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("The threat levels in " + path + " cannot be used: " + e.getMessage(), e);
        }
    }
}
