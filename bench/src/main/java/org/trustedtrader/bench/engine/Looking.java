package org.trustedtrader.bench.engine;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.trustedtrader.border.eligibility.Answer;

/** Our engine: every benefit of a trader, each with its reasons: as bits, or as the whole answer, one trader or a batch. */
public class Looking {

    public static final int BATCH = 128;

    /** As many as a small request asks about. */
    public static final int LOT = 32;

    @Benchmark
    @OperationsPerInvocation(LOT)
    public long looks(Asking asking) {
        return asking.looks();
    }

    @Benchmark
    public long look(Asking asking) {
        return asking.look();
    }

    @Benchmark
    public Answer single(Asking asking) {
        return asking.single();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Answer batch(Asking asking) {
        return asking.batch();
    }
}
