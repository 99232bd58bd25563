package org.trustedtrader.benefits.decision.log;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a log lies and how much it may hold.
 *
 * @param folder       of this process alone
 * @param segmentBytes size of each file, allocated beforehand; a record may have a quarter of it
 * @param limitBytes   what may wait to be shipped; past it appending is refused
 * @param blockBytes   about how much is shipped at once, before compression; a larger record is a block of its own
 * @param forceEvery   how often what was appended is forced to the disk, for the case that the machine loses power
 * @param shipAfter    how long a record may wait before it is shipped
 */
public record LogProperties(
        Path folder, int segmentBytes, long limitBytes, int blockBytes, Duration forceEvery, Duration shipAfter) {

    private static final int SMALLEST = 4_096;
    /** A document of the store holds 16 MB, and the largest record is a quarter of a segment. */
    private static final int LARGEST = 32 << 20;

    public LogProperties {
        if (segmentBytes < SMALLEST || segmentBytes > LARGEST || segmentBytes % Frame.ALIGNMENT != 0) {
            throw new IllegalArgumentException("segment-bytes is " + segmentBytes + "; it must be a multiple of "
                    + Frame.ALIGNMENT + " from " + SMALLEST + " to " + LARGEST);
        }
        if (limitBytes < 2L * segmentBytes || limitBytes / segmentBytes > 1_000_000) {
            throw new IllegalArgumentException(
                    "limit-bytes is " + limitBytes + "; it must be from 2 to 1,000,000 times segment-bytes");
        }
        if (blockBytes < 1 || blockBytes > LARGEST / 4) {
            throw new IllegalArgumentException(
                    "block-bytes is " + blockBytes + "; it must be from 1 to " + LARGEST / 4);
        }
        if (!forceEvery.isPositive() || !shipAfter.isPositive()) {
            throw new IllegalArgumentException("force-every and ship-after must be longer than nothing");
        }
    }

    /** The most bytes that one record may have. */
    public int largestRecord() {
        return segmentBytes / 4 - Frame.ALIGNMENT;
    }
}
