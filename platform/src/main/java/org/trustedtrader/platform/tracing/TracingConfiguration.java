package org.trustedtrader.platform.tracing;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Makes the trace of the current work available to code, to the log and to callers. */
@AutoConfiguration(
        afterName =
                "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
class TracingConfiguration {

    @Bean
    TraceContext traces(Tracer tracer, Propagator propagator) {
        return new MicrometerTraceContext(tracer, propagator);
    }

    /** Runs right after the filter that opens the trace. */
    @Bean
    @ConditionalOnWebApplication
    FilterRegistrationBean<TraceIdHeaderFilter> traceIdHeader(Tracer tracer) {
        var registration = new FilterRegistrationBean<>(new TraceIdHeaderFilter(tracer));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}
