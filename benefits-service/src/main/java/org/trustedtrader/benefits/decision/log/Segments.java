package org.trustedtrader.benefits.decision.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The segments of this run that are there, some of them ahead of those who append. */
final class Segments {

    private static final Logger LOG = LoggerFactory.getLogger(Segments.class);
    /** How many are kept ready ahead of the one that is written to. */
    private static final int AHEAD = 3;

    private final Path folder;
    private final long run;
    private final int bytes;
    private final AtomicReferenceArray<@Nullable Segment> ring;
    private final Deque<Segment> blank = new ArrayDeque<>();
    private volatile long ready;
    private long removed;
    private boolean failing;

    /** @param most how many may be there at once */
    Segments(Path folder, long run, int bytes, int most) {
        this.folder = folder;
        this.run = run;
        this.bytes = bytes;
        this.ring = new AtomicReferenceArray<>(most + AHEAD + 2);
    }

    /** The place up to which there are segments. */
    long ready() {
        return ready * bytes;
    }

    Segment holding(long place) {
        var segment = ring.get(slot(place / bytes));
        if (segment == null || segment.number() != place / bytes) {
            throw new IllegalStateException("The segment of " + place + " is not there.");
        }
        return segment;
    }

    /** The record at that place, or null if its segment is not there any more or it holds none there. */
    byte @Nullable [] read(long place) {
        if (place < 0) {
            return null;
        }
        var segment = ring.get(slot(place / bytes));
        try {
            return segment == null || segment.number() != place / bytes ? null : segment.read(place);
        } catch (IllegalStateException e) {
            return null; // removed meanwhile, as everything that is removed is kept elsewhere
        }
    }

    /** The first one, without which nothing can be appended. */
    void begin() throws IOException {
        add();
    }

    /** Adds what is missing ahead of that place. @return whether all of it is there */
    boolean prepare(long place) {
        try {
            while (isMissing(place)) {
                add();
            }
            failing = false;
            return true;
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                LOG.error("alarm=journal-cannot-grow folder={} reason={}", folder, e.toString());
            }
            return false;
        }
    }

    private synchronized boolean isMissing(long place) {
        return ready <= place / bytes + AHEAD && ready - removed < ring.length();
    }

    private synchronized void add() throws IOException {
        var used = blank.poll();
        ring.set(slot(ready), used == null ? Segment.create(folder, run, ready, bytes) : used.again(folder, ready));
        ready++;
    }

    /** Takes the segments before that place away; some are kept to be written anew, which costs less than new files. */
    void removeBefore(long place) throws IOException {
        for (var segment = taken(place); segment != null; segment = taken(place)) {
            if (isWanted()) {
                segment.wipe();
                keep(segment);
            } else {
                segment.delete();
            }
        }
    }

    /** Deletes everything, once nothing is appended any more and all of it is kept elsewhere. */
    void removeAll() throws IOException {
        for (var segment = taken(Long.MAX_VALUE); segment != null; segment = taken(Long.MAX_VALUE)) {
            segment.delete();
        }
        for (var segment : blank) {
            segment.delete();
        }
    }

    private synchronized boolean isWanted() {
        return blank.size() < AHEAD;
    }

    private synchronized void keep(Segment segment) {
        blank.add(segment);
    }

    private synchronized @Nullable Segment taken(long place) {
        return removed < Math.min(place / bytes, ready) ? ring.getAndSet(slot(removed++), null) : null;
    }

    /** Forces those from one place to another to the disk. */
    void force(long from, long to) {
        for (long number = from / bytes; number <= to / bytes; number++) {
            var segment = ring.get(slot(number));
            if (segment != null) {
                segment.force();
            }
        }
    }

    synchronized void close() {
        for (int i = 0; i < ring.length(); i++) {
            var segment = ring.getAndSet(i, null);
            if (segment != null) {
                segment.close();
            }
        }
        blank.forEach(Segment::close);
    }

    private int slot(long number) {
        return (int) (number % ring.length());
    }
}
