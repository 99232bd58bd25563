package org.trustedtrader.border.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.memory.StatusListener;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.recognition.Arrangement;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.recognition.RecognitionListener;
import org.trustedtrader.border.recognition.Refresh;
import org.trustedtrader.border.trader.Known;

/**
 * Makes batches of what it is told, one after the other on a thread of its own. What comes while a batch is made is in the next
 * one: a change leaves at once when it is quiet, and many leave together when it is not. A batch is signed when the first
 * reader takes it. Whoever tells it something and whoever reads wait for each other nowhere.
 */
public final class Feed implements StatusListener, RecognitionListener, AutoCloseable {

    /** By then a change that was heard is mostly stored. Whoever reads must not wait longer for it. */
    private static final Duration UNTIL_STORED = Duration.ofMillis(20);

    /** Whoever has not asked for so long has gone. */
    private static final long STILL_READS_NANOS = Duration.ofSeconds(5).toNanos();

    private final Everybody all;
    private final ChangeLog log;
    private final Supplier<Batch.Issue> knowledge;
    private final BiFunction<Batch, SigningKey, String> form;
    private final SigningKey key;
    private final FeedSizes sizes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition taken = lock.newCondition();
    private final Told pending = new Told();
    private long told;
    private long logged;
    private volatile boolean closed;
    private volatile long readAt = System.nanoTime() - STILL_READS_NANOS;

    /**
     * @param all       whose changes it shall be told
     * @param knowledge how good the knowledge is now. It is asked before the changes of a batch are taken: what was known by
     *                  then is in that batch or an earlier one
     * @param form      how a signed batch is written
     */
    public Feed(
            Everybody all,
            Supplier<Batch.Issue> knowledge,
            BiFunction<Batch, SigningKey, String> form,
            SigningKey key,
            FeedSizes sizes) {
        this.all = all;
        this.log = new ChangeLog(sizes.keptChanges());
        this.knowledge = knowledge;
        this.form = form;
        this.key = key;
        this.sizes = sizes;
        Thread.ofPlatform().daemon().name("feed").start(this::run);
    }

    @Override
    public void changed(TraderState trader) {
        tell(() -> pending.changed(trader));
    }

    /** What the trader is now is looked up by this feed's thread, unless it is told in time; whoever tells shall not wait. */
    @Override
    public void narrowed(String bn9) {
        tell(() -> pending.narrowed(
                bn9, () -> new Change.OfTrader(all.ours().state(bn9).orElseThrow())));
    }

    @Override
    public void changed(Known card, boolean stored) {
        add(new Change.OfCard(card, stored));
    }

    @Override
    public void changed(Policies policies) {
        add(new Change.OfRules(policies));
    }

    @Override
    public void arranged(List<Arrangement> arrangements) {
        add(new Change.OfArrangements(arrangements));
    }

    @Override
    public void changed(MemberFact member, boolean stored) {
        add(new Change.OfPartnerMember(member, stored));
    }

    @Override
    public void refreshed(String partner, List<Refresh> refreshes) {
        add(new Change.OfPartnerLists(partner, refreshes));
    }

    /** A reader of what comes after that position. */
    public FeedReader follow(String epoch, long after) throws LostPlace {
        if (!epoch.equals(log.epoch) || !log.reaches(after)) {
            throw new LostPlace();
        }
        somebodyComes();
        return new FeedReader(this, log, after);
    }

    private void somebodyComes() {
        somebodyReads();
        tell(() -> 0);
    }

    void somebodyReads() {
        readAt = System.nanoTime();
    }

    /** Writes a snapshot to somebody; it is whole only if this returns. */
    public void snapshot(LineSink sink) throws LostPlace, InterruptedException {
        somebodyComes();
        new Snapshot(this, log, sink).write(all);
    }

    /** Whether nothing comes any more. */
    public boolean isClosed() {
        return closed;
    }

    FeedSizes sizes() {
        return sizes;
    }

    Batch.Issue issue() {
        return knowledge.get();
    }

    byte[] line(Batch batch) {
        return (form.apply(batch, key) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns when all that was told before is in the log. */
    public void settle() throws InterruptedException {
        somebodyComes();
        lock.lockInterruptibly();
        try {
            var before = told;
            while (logged < before && !closed) {
                taken.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(Change change) {
        tell(() -> pending.add(() -> change));
    }

    private void tell(IntSupplier more) {
        lock.lock();
        try {
            told += more.getAsInt();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What could not be put into a batch is lost to readers, so nothing may follow it: the feed ends, and their leases with it. */
    private void run() {
        try {
            while (!closed) {
                awaitChange(sizes.beat());
                var issue = knowledge.get();
                log(issue, take().stream().map(Supplier::get).toList());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void awaitChange(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var nanos = patience.toNanos();
            while (pending.isEmpty() && nanos > 0 && !closed) {
                nanos = changed.awaitNanos(nanos);
            }
            var began = System.nanoTime();
            for (var left = moment();
                    pending.hasNarrowed() && left > 0 && !closed;
                    left = began + moment() - System.nanoTime()) {
                changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How long, in nanoseconds, states are waited for; without a reader there is no hurry. */
    private long moment() {
        return (System.nanoTime() - readAt < STILL_READS_NANOS ? UNTIL_STORED : sizes.beat()).toNanos();
    }

    private List<Supplier<Change>> take() {
        lock.lock();
        try {
            return pending.take(sizes.batch());
        } finally {
            lock.unlock();
        }
    }

    private void log(Batch.Issue issue, List<Change> changes) {
        var end = log.end();
        var batch = new Batch(
                Batch.Kind.CHANGES,
                log.epoch,
                Batch.LIVE,
                end.number() + 1,
                end.position(),
                end.position() + changes.size(),
                issue,
                changes);
        log.add(new ChangeLog.Entry(batch, this::line));
        lock.lock();
        try {
            logged += changes.size();
            taken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            changed.signalAll();
            taken.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
