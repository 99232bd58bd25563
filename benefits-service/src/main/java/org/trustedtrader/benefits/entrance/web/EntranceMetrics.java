package org.trustedtrader.benefits.entrance.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** {@code ttp.lane.*}. */
final class EntranceMetrics {

    final LongAdder answered = new LongAdder();
    final LongAdder passedOn = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder overloaded = new LongAdder();
    final LongAdder limited = new LongAdder();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger atWork = new AtomicInteger();

    void register(MeterRegistry registry) {
        counter(registry, "answered", answered);
        counter(registry, "standard-chain", passedOn);
        counter(registry, "refused", refused);
        counter(registry, "overloaded", overloaded);
        counter(registry, "rate-limited", limited);
        Gauge.builder("ttp.lane.connections", connections, AtomicInteger::get).register(registry);
        Gauge.builder("ttp.lane.at.work", atWork, AtomicInteger::get).register(registry);
    }

    private static void counter(MeterRegistry registry, String outcome, LongAdder adder) {
        FunctionCounter.builder("ttp.lane.requests", adder, LongAdder::sum)
                .tag("outcome", outcome)
                .register(registry);
    }
}
