package org.trustedtrader.benefits.decision.log;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Where blocks are kept for good. Every method fails with a {@link RuntimeException} while it cannot be reached. */
public interface BlockStore {

    /**
     * Keeps the block; it is kept durably when this returns. If one that begins at the same place of the same run is kept
     * already, that one stays as it is.
     *
     * @return where the block that is kept now ends
     */
    long put(Block block);

    /** Where the last kept block begins that begins in that stretch of the run. */
    OptionalLong lastStart(long run, long from, long to);

    /** The block that holds that place. */
    Optional<Block> find(long run, long place);

    /**
     * All that was appended to the run before that time is kept.
     *
     * @param ended whether nothing more will come of that run
     */
    void complete(long run, Instant until, boolean ended);
}
