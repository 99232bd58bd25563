package org.trustedtrader.benefits.lane.web;

import java.util.concurrent.Semaphore;
import org.springframework.util.unit.DataSize;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.ProblemMapper;

/** What all connections share. */
final class Lane {

    final Doorkeeper doorkeeper;
    final Questions questions;
    final Answering answering = new Answering(this);
    final Replies replies;
    final LaneCounts counts;
    final DataSize largestBody;
    final LaneSettings settings;
    private final Semaphore permits;
    private volatile StandardChain standardChain = new StandardChain("");
    private volatile boolean closing;

    Lane(
            LaneSettings settings,
            Doorkeeper doorkeeper,
            Questions questions,
            Replies replies,
            LaneCounts counts,
            DataSize largestBody) {
        this.settings = settings;
        this.doorkeeper = doorkeeper;
        this.questions = questions;
        this.replies = replies;
        this.counts = counts;
        this.largestBody = largestBody;
        this.permits = new Semaphore(settings.maxAtWork());
    }

    /** Runs it on a thread that may wait. @return false if too many do already; then nothing runs */
    boolean aside(Runnable work) {
        if (!permits.tryAcquire()) {
            return false;
        }
        counts.atWork.incrementAndGet();
        Thread.ofVirtual().name("lane").start(() -> {
            try {
                work.run();
            } finally {
                counts.atWork.decrementAndGet();
                permits.release();
            }
        });
        return true;
    }

    StandardChain standardChain() {
        return standardChain;
    }

    void opens(StandardChain chain) {
        standardChain = chain;
        closing = false;
    }

    /** From now on every answer is the last one of its connection. */
    void closes() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    Problem malformedRequest() {
        return ProblemMapper.malformedRequest();
    }

    Problem overloaded() {
        counts.overloaded.increment();
        return ProblemMapper.of(
                new Refusal.Unavailable("Too many requests are being worked on. Try again in a moment."));
    }
}
