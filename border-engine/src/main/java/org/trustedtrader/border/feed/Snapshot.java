package org.trustedtrader.border.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.memory.StatusListener;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.recognition.Arrangement;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.recognition.RecognitionListener;
import org.trustedtrader.border.recognition.Refresh;
import org.trustedtrader.border.trader.Revision;

/**
 * Writes one snapshot. What changes while it is written follows as part of it, so that it is exactly the state at the
 * position that its last batch names.
 */
final class Snapshot implements StatusListener, RecognitionListener {

    private final Feed feed;
    private final ChangeLog log;
    private final LineSink sink;
    private final String name = UUID.randomUUID().toString();
    private final List<Change> part = new ArrayList<>();
    private long written;

    Snapshot(Feed feed, ChangeLog log, LineSink sink) {
        this.feed = feed;
        this.log = log;
        this.sink = sink;
    }

    void write(CombinedStatus all) throws PositionExpiredException, InterruptedException {
        var start = log.end();
        all.replay(this);
        var issue = feed.issue();
        feed.awaitLogged();
        var entries = log.after(start.position(), Long.MAX_VALUE, Duration.ZERO);
        var end = new ChangeLog.End(start.position(), start.number());
        for (var entry : entries) {
            entry.batch().changes().forEach(this::add);
            end = new ChangeLog.End(entry.batch().upTo(), entry.batch().number());
        }
        flush();
        sink.accept(feed.line(new Batch(
                Batch.Kind.COMPLETE, log.epoch, name, end.number(), written, end.position(), issue, List.of())));
    }

    @Override
    public void changed(TraderState trader) {
        add(new Change.OfTrader(trader));
    }

    @Override
    public void restricted(String bn9, Revision received, long now) {
        throw new IllegalStateException("A snapshot holds whole traders, not single restrictions.");
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

    private void add(Change change) {
        part.add(change);
        if (part.size() == feed.sizes().batch()) {
            flush();
        }
    }

    private void flush() {
        if (part.isEmpty()) {
            return;
        }
        var upTo = written + part.size();
        sink.accept(feed.line(new Batch(
                Batch.Kind.SNAPSHOT, log.epoch, name, log.end().number(), written, upTo, feed.issue(), part)));
        written = upTo;
        part.clear();
    }
}
