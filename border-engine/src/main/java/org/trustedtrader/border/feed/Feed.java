package org.trustedtrader.border.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.memory.StatusListener;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.recognition.Arrangement;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.recognition.RecognitionListener;
import org.trustedtrader.border.recognition.Refresh;
import org.trustedtrader.border.trader.Revision;

/**
 * Makes batches of the changes that it receives, one after the other on a thread of its own. What comes while a batch is made is in the next
 * one: a change leaves at once when it is quiet, and many leave together when it is not. A batch is signed when the first
 * reader takes it. Writers and readers never wait for each other.
 */
public final class Feed implements StatusListener, RecognitionListener, AutoCloseable {

    private final CombinedStatus all;
    private final ChangeLog log;
    private final Supplier<Batch.Issue> knowledge;
    private final BiFunction<Batch, SigningKey, String> form;
    private final SigningKey key;
    private final FeedLimits sizes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition loggedMore = lock.newCondition();
    private final List<Change> pending = new ArrayList<>();
    private long added;
    private long logged;
    private volatile boolean closed;

    /**
     * @param all       whose changes are sent
     * @param knowledge how good the knowledge is now. It is asked before the changes of a batch are taken: what was known by
     *                  then is in that batch or an earlier one
     * @param form      how a signed batch is written
     */
    public Feed(
            CombinedStatus all,
            Supplier<Batch.Issue> knowledge,
            BiFunction<Batch, SigningKey, String> form,
            SigningKey key,
            FeedLimits sizes) {
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
        add(new Change.OfTrader(trader));
    }

    @Override
    public void restricted(String bn9, Revision received, long now) {
        add(new Change.OfRestriction(bn9, received, now));
    }

    @Override
    public void changed(Revision card, boolean stored) {
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
    public FeedReader follow(String epoch, long after) throws PositionExpiredException {
        if (!epoch.equals(log.epoch) || !log.reaches(after)) {
            throw new PositionExpiredException();
        }
        return new FeedReader(this, log, after);
    }

    /** Writes a snapshot to somebody; it is whole only if this returns. */
    public void snapshot(LineSink sink) throws PositionExpiredException, InterruptedException {
        new Snapshot(this, log, sink).write(all);
    }

    /** Whether nothing comes any more. */
    public boolean isClosed() {
        return closed;
    }

    FeedLimits sizes() {
        return sizes;
    }

    Batch.Issue issue() {
        return knowledge.get();
    }

    byte[] line(Batch batch) {
        return (form.apply(batch, key) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns when every change that was added before is in the log. */
    public void awaitLogged() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var before = added;
            while (logged < before && !closed) {
                loggedMore.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(Change change) {
        lock.lock();
        try {
            pending.add(change);
            added++;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What could not be put into a batch is lost to readers, so nothing may follow it: the feed ends, and their leases with it. */
    private void run() {
        try {
            while (!closed) {
                awaitChange(sizes.heartbeat());
                var issue = knowledge.get();
                log(issue, take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void awaitChange(Duration timeout) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var nanos = timeout.toNanos();
            while (pending.isEmpty() && nanos > 0 && !closed) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Change> take() {
        lock.lock();
        try {
            var some = pending.subList(0, Math.min(pending.size(), sizes.batch()));
            var changes = List.copyOf(some);
            some.clear();
            return changes;
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
            loggedMore.signalAll();
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
            loggedMore.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
