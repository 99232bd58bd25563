package org.trustedtrader.benefits.config;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import org.trustedtrader.benefits.decision.log.LogProperties;

/**
 * The journal on this machine.
 *
 * @param folder       of this replica alone, on a disk that outlives the process
 * @param segmentBytes size of each file; a record may have a quarter of it, and a batch of 3,000 has up to 1 MB
 * @param limitBytes   what may wait for the database; past it questions are refused. 1 GB is about 5 million answers
 * @param blockBytes   about how much is shipped at once, before compression
 * @param forceEvery   answers of that long may be lost if the machine loses power; none if only the process dies
 * @param shipAfter    so long after it was given, a decision is found by every replica
 */
@Validated
@ConfigurationProperties("ttp.benefits.journal")
record JournalProperties(
        @NotNull Path folder,
        @DefaultValue("16MB") DataSize segmentBytes,
        @DefaultValue("1GB") DataSize limitBytes,
        @DefaultValue("1MB") DataSize blockBytes,
        @DefaultValue("1s") Duration forceEvery,
        @DefaultValue("5s") Duration shipAfter) {

    LogProperties log() {
        return new LogProperties(
                folder,
                Math.toIntExact(segmentBytes.toBytes()),
                limitBytes.toBytes(),
                Math.toIntExact(blockBytes.toBytes()),
                forceEvery,
                shipAfter);
    }
}
