package org.trustedtrader.assessment.config.files;

import java.io.IOException;
import java.util.Map;
import org.trustedtrader.assessment.criteria.Threat;
import org.trustedtrader.assessment.risk.ThreatLevels;
import tools.jackson.core.JacksonException;

/** The data file with the threat levels, as it is written. */
public record ThreatLevelFile(String version, String source, int otherwise, Map<String, Map<Threat, Integer>> places) {

    /** @throws IllegalStateException if the file is missing or wrong; the program then does not start */
    public static ThreatLevels load(String path) {
        try {
            ThreatLevelFile read = DataFile.read(path, ThreatLevelFile.class);
            return new ThreatLevels(read.version, read.source, read.otherwise, read.places);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("The threat levels in " + path + " cannot be used: " + e.getMessage(), e);
        }
    }
}
