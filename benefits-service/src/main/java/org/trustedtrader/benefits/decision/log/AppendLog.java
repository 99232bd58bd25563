package org.trustedtrader.benefits.decision.log;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends records that survive the death of the process, from any number of threads at once: room is claimed with one
 * compare-and-set, and nobody ever waits for the disk or the store. If they do not keep up, appending is refused.
 */
public final class AppendLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppendLog.class);

    private final LogProperties settings;
    private final BlockStore blocks;
    private final FolderLock lock;
    private final long run = new SecureRandom().nextLong();
    private final Segments segments;
    private final EarlierRuns leftovers;
    private final Shipper shipper;
    private final LogScheduler chores;
    private final AtomicLong tail = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile long ceiling;
    private volatile boolean closed;
    private long forced;

    private AppendLog(LogProperties settings, BlockStore blocks, Clock clock, FolderLock lock) throws IOException {
        this.settings = settings;
        this.blocks = blocks;
        this.lock = lock;
        leftovers = EarlierRuns.in(settings.folder());
        int most = (int) (settings.limitBytes() / settings.segmentBytes());
        segments = new Segments(settings.folder(), run, settings.segmentBytes(), most);
        shipper = new Shipper(blocks, segments, leftovers, run, settings, clock);
        chores = new LogScheduler(this::prepare, this::force, this::shipOrSay);
        segments.begin();
        raiseCeiling();
    }

    /** @throws IOException if another process has the folder, or it cannot be written to */
    public static AppendLog open(LogProperties settings, BlockStore blocks, Clock clock) throws IOException {
        var lock = FolderLock.of(settings.folder());
        try {
            var log = new AppendLog(settings, blocks, clock, lock);
            log.chores.start(settings);
            log.chores.prepareSoon();
            return log;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** @throws LogFullException if too much is waiting to be shipped, or the disk does not keep up */
    public Reservation claim(int length) {
        if (length <= 0 || length > settings.largestRecord()) {
            throw new IllegalArgumentException("A record of " + length + " bytes does not fit.");
        }
        int size = Frame.size(length);
        while (true) {
            long at = tail.get();
            long place = placeFor(size, at);
            if (place + size > ceiling) {
                throw refusal(place + size);
            }
            if (tail.compareAndSet(at, place + size)) {
                if (place != at) {
                    roll(at);
                }
                return new Reservation(segments.holding(place), place, length);
            }
        }
    }

    /** The most bytes that one record may have. */
    public int largestRecord() {
        return settings.largestRecord();
    }

    /** The record's bytes, here or where it was shipped to; null if there is none. */
    public byte @Nullable [] find(long ofRun, long place) {
        var here = ofRun == run ? segments.read(place) : leftovers.read(ofRun, place);
        if (here != null) {
            return here;
        }
        return blocks.find(ofRun, place).map(block -> block.record(place)).orElse(null);
    }

    /** Ships all that was appended before, now. */
    public void ship() {
        try {
            shipper.ship(tail::get, this::raiseCeiling);
        } catch (IOException e) {
            throw new IllegalStateException("A shipped file cannot be removed", e);
        }
    }

    /** Stops, ships what it can, and leaves the rest to the next process. */
    @Override
    public void close() throws IOException {
        closed = true;
        raiseCeiling();
        chores.close();
        if (shipOrSay() && endOrSay()) {
            segments.removeAll();
        }
        force();
        segments.close();
        leftovers.close();
        lock.close();
    }

    /** The next place in the same segment, or the first one of the next. */
    private long placeFor(int size, long at) {
        long offset = at % settings.segmentBytes();
        if (offset == 0) {
            return at + Segment.HEADER;
        }
        return offset + size <= settings.segmentBytes() ? at : at - offset + settings.segmentBytes() + Segment.HEADER;
    }

    private void roll(long at) {
        long offset = at % settings.segmentBytes();
        if (offset != 0) {
            segments.holding(at).leave(at, (int) (settings.segmentBytes() - offset));
        }
        chores.prepareSoon();
    }

    private LogFullException refusal(long needed) {
        var why = closed ? "closed" : needed > shipper.allowed() ? "limit-reached" : "disk-too-slow";
        if (refused.getAndIncrement() == 0 && !closed) {
            LOG.error("alarm=journal-full reason={} limitBytes={}", why, settings.limitBytes());
            chores.prepareSoon();
        }
        return new LogFullException("journal-full: " + why);
    }

    /** Only with some room left, so that a log at its limit is one episode and not many. */
    private void sayIfAcceptingAgain() {
        if (refused.get() != 0 && ceiling - tail.get() >= settings.segmentBytes() / 2) {
            LOG.warn("event=journal-accepts-again refused={}", refused.getAndSet(0));
        }
    }

    private boolean prepare() {
        boolean all = segments.prepare(tail.get());
        raiseCeiling();
        return all;
    }

    private synchronized void raiseCeiling() {
        ceiling = closed ? Long.MIN_VALUE : Math.min(segments.ready(), shipper.allowed());
        sayIfAcceptingAgain();
    }

    private void force() {
        long upTo = tail.get();
        if (upTo != forced) {
            segments.force(forced, upTo);
            forced = upTo;
        }
    }

    private boolean shipOrSay() {
        try {
            ship();
            chores.shipped();
            return true;
        } catch (RuntimeException e) {
            chores.notShipped(e);
            return false;
        }
    }

    private boolean endOrSay() {
        try {
            return shipper.end(tail.get());
        } catch (RuntimeException e) {
            chores.notShipped(e);
            return false;
        }
    }
}
