package org.trustedtrader.platform.security;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import org.springframework.http.HttpHeaders;
import org.trustedtrader.platform.tracing.TraceContext;

/** Signs every Feign call with the service's own token and continues the trace of the work that it belongs to. */
public final class ServiceRequestInterceptor implements RequestInterceptor {

    private final ServiceTokens tokens;
    private final TraceContext traces;

    public ServiceRequestInterceptor(ServiceTokens tokens, TraceContext traces) {
        this.tokens = tokens;
        this.traces = traces;
    }

    @Override
    public void apply(RequestTemplate request) {
        request.removeHeader(HttpHeaders.AUTHORIZATION);
        request.header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.token());
        String traceparent = traces.current();
        if (!traceparent.isEmpty()) {
            request.removeHeader("traceparent");
            request.header("traceparent", traceparent);
        }
    }
}
