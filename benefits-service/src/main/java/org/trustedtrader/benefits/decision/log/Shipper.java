package org.trustedtrader.benefits.decision.log;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Brings what was appended to where it is kept for good, block by block in order, and removes a segment only once all of it
 * is kept. Shipping a block again does no harm, so nothing needs to be remembered between processes.
 */
final class Shipper {

    private final BlockStore blocks;
    private final Segments segments;
    private final EarlierRuns leftovers;
    private final long run;
    private final LogProperties settings;
    private final Clock clock;
    private volatile long shipped = 0;
    private volatile long waitingElsewhere;

    Shipper(
            BlockStore blocks,
            Segments segments,
            EarlierRuns leftovers,
            long run,
            LogProperties settings,
            Clock clock) {
        this.blocks = blocks;
        this.segments = segments;
        this.leftovers = leftovers;
        this.run = run;
        this.settings = settings;
        this.clock = clock;
        this.waitingElsewhere = leftovers.bytes();
    }

    /** The place up to which this run may grow before too much is waiting. */
    long allowed() {
        return shipped + settings.limitBytes() - waitingElsewhere;
    }

    /**
     * Ships everything that was published when this was called.
     *
     * @param tail  the place that is claimed next
     * @param grown called whenever there is more room
     */
    synchronized void ship(LongSupplier tail, Runnable grown) throws IOException {
        for (var segment = leftovers.first(); segment != null; segment = leftovers.first()) {
            shipLeftover(segment);
            grown.run();
        }
        Instant until = clock.instant();
        long target = tail.getAsLong();
        while (shipped < target && shipNext()) {
            segments.removeBefore(shipped);
            grown.run();
        }
        if (shipped >= target) {
            blocks.complete(run, until, false);
        }
    }

    /** Nothing will be appended any more. @return whether all that was claimed is kept */
    synchronized boolean end(long tail) {
        if (shipped < tail) {
            return false;
        }
        blocks.complete(run, clock.instant(), true);
        return true;
    }

    /** @return false if the next place is still being written to */
    private boolean shipNext() {
        var segment = segments.holding(shipped);
        long from = Math.max(shipped, segment.first());
        long published = segment.published(from);
        if (published == from) {
            return false;
        }
        shipped = put(segment, from, published);
        return true;
    }

    private void shipLeftover(Segment segment) throws IOException {
        long place =
                blocks.lastStart(segment.run(), segment.first(), segment.end()).orElse(segment.first());
        while (place < segment.end()) {
            place = put(segment, place, segment.end());
        }
        leftovers.remove(segment);
        waitingElsewhere = leftovers.bytes();
        if (!leftovers.hasRun(segment.run())) {
            blocks.complete(segment.run(), clock.instant(), true);
        }
    }

    private long put(Segment segment, long from, long to) {
        var block = segment.block(from, segment.blockEnd(from, to, settings.blockBytes()));
        if (block.records() == 0) {
            return block.to();
        }
        long end = blocks.put(block);
        if (end <= from || end > to) {
            throw new IllegalStateException(
                    "The block at " + from + " is kept up to " + end + ", which is not how far this run has come.");
        }
        return end;
    }
}
