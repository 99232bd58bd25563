package org.trustedtrader.assessment.config.files;

import java.io.IOException;
import org.trustedtrader.assessment.sitemeasure.MeasureKinds;
import tools.jackson.core.JacksonException;

/** The data file of the measures that are asked of every site. */
public final class MeasureFile {

    private MeasureFile() {}

    /** @throws IllegalStateException if the file is missing or wrong; the program then does not start */
    public static MeasureKinds load(String path) {
        try {
            return DataFile.read(path, MeasureKinds.class);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("The site measures in " + path + " cannot be used: " + e.getMessage(), e);
        }
    }
}
