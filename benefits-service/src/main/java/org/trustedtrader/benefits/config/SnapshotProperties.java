package org.trustedtrader.benefits.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.trustedtrader.border.snapshot.SnapshotFile;

/**
 * How the status is kept on this machine for a quick start.
 *
 * @param file  where; none is kept if it is empty. Each replica needs a file of its own
 * @param every how often it is written; a start reads up what changed since
 */
@ConfigurationProperties(SnapshotProperties.PREFIX)
record SnapshotProperties(
        @DefaultValue("") String file, @DefaultValue("10m") Duration every) {

    static final String PREFIX = "ttp.benefits.snapshot";
    static final String FILE = PREFIX + ".file";

    Optional<SnapshotFile> snapshot() {
        return file.isBlank() ? Optional.empty() : Optional.of(new SnapshotFile(Path.of(file)));
    }
}
