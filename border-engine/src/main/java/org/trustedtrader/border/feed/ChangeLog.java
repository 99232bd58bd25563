package org.trustedtrader.border.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The recent live batches of one run, in order. It waits for no reader: one who falls behind its beginning has lost his place. */
final class ChangeLog {

    /** A batch, which is signed when somebody first reads it: there may be nobody who does. */
    static final class Entry {

        private final Batch batch;
        private final Function<Batch, byte[]> form;
        private byte @Nullable [] line;

        /** @param form signs and writes a batch */
        Entry(Batch batch, Function<Batch, byte[]> form) {
            this.batch = batch;
            this.form = form;
        }

        Batch batch() {
            return batch;
        }

        /** As it is sent, with its line end. */
        synchronized byte[] line() {
            var known = line;
            if (known == null) {
                known = form.apply(batch);
                line = known;
            }
            return known;
        }
    }

    /** Where the log stands. */
    record End(long position, long number) {}

    final String epoch = UUID.randomUUID().toString();

    private final int capacity;
    private final Map<Long, Entry> byAfter = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private @Nullable Entry heartbeat;
    private End end = new End(0, 0);
    private long changes;

    /** @param capacity how many changes are kept */
    ChangeLog(int capacity) {
        this.capacity = capacity;
    }

    void add(Entry entry) {
        lock.lock();
        try {
            if (entry.batch().changes().isEmpty()) {
                heartbeat = entry;
            } else {
                heartbeat = null;
                byAfter.put(entry.batch().after(), entry);
                changes += entry.batch().changes().size();
                forgetOldest();
            }
            end = new End(entry.batch().upTo(), entry.batch().number());
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    End end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** Whether all that came after that position is still here. */
    boolean reaches(long after) {
        lock.lock();
        try {
            return isHere(after);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The entries after that position, or else the newest beat if it is newer than that number; waits for one.
     *
     * @return empty if none came in time
     */
    List<Entry> after(long position, long number, Duration timeout)
            throws PositionExpiredException, InterruptedException {
        lock.lockInterruptibly();
        try {
            var nanos = timeout.toNanos();
            while (nanos > 0 && isHere(position) && position == end.position() && !isNews(number)) {
                nanos = more.awaitNanos(nanos);
            }
            return entries(position, number);
        } finally {
            lock.unlock();
        }
    }

    private List<Entry> entries(long position, long number) throws PositionExpiredException {
        if (!isHere(position)) {
            throw new PositionExpiredException();
        }
        List<Entry> entries = new ArrayList<>();
        for (var next = byAfter.get(position);
                next != null;
                next = byAfter.get(next.batch().upTo())) {
            entries.add(next);
        }
        if (heartbeat != null && isNews(number)) {
            entries.add(heartbeat);
        }
        return entries;
    }

    private boolean isNews(long number) {
        return heartbeat != null && heartbeat.batch().number() > number;
    }

    private boolean isHere(long position) {
        return position == end.position() || byAfter.containsKey(position);
    }

    private void forgetOldest() {
        var oldest = byAfter.values().iterator();
        while (changes > capacity && byAfter.size() > 1) {
            changes -= oldest.next().batch().changes().size();
            oldest.remove();
        }
    }
}
