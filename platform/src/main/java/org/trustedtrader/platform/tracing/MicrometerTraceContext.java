package org.trustedtrader.platform.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;

final class MicrometerTraceContext implements TraceContext {

    private static final String HEADER = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    MicrometerTraceContext(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public String current() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return "";
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, Map::put);
        return carrier.getOrDefault(HEADER, "");
    }

    @Override
    public void continuing(String traceparent, Runnable work) {
        Span span = propagator
                .extract(Map.of(HEADER, traceparent), Map::get)
                .name("event")
                .start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            work.run();
        } finally {
            span.end();
        }
    }
}
