package org.trustedtrader.platform.test.probe;

import static org.assertj.core.api.Assertions.assertThat;

import feign.RequestTemplate;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.security.ServiceRequestInterceptor;
import org.trustedtrader.platform.security.ServiceTokens;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.StubIssuer;
import org.trustedtrader.platform.tracing.TraceContext;

@ProbeIT
class ServiceCallsIT {

    private final ServiceTokens tokens;
    private final ServiceRequestInterceptor calls;
    private final TraceContext traces;
    private final Http http;

    ServiceCallsIT(ServiceTokens tokens, ServiceRequestInterceptor calls, TraceContext traces, Http http) {
        this.tokens = tokens;
        this.calls = calls;
        this.traces = traces;
        this.http = http;
    }

    @Test
    void aServiceCallsInItsOwnName() {
        assertThat(http.get("/v1/self")
                        .by(tokens.token())
                        .send()
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo("service:probe");
    }

    @Test
    void aServiceKeepsItsTokenWhileItIsGood() {
        String token = tokens.token();
        StubIssuer.running().silent(true);
        try {
            assertThat(tokens.token()).isEqualTo(token);
        } finally {
            StubIssuer.running().silent(false);
        }
    }

    @Test
    void aCallCarriesTheTokenAndGoesOnWithTheTrace() {
        var request = new RequestTemplate();
        traces.continuing("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", () -> calls.apply(request));
        assertThat(request.headers().get("Authorization")).containsExactly("Bearer " + tokens.token());
        assertThat(request.headers().get("traceparent"))
                .singleElement()
                .asString()
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
    }
}
