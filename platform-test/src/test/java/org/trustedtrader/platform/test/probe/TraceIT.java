package org.trustedtrader.platform.test.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.context.ApplicationContext;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.TestTokens;
import org.trustedtrader.platform.tracing.TraceContext;

@ProbeIT
class TraceIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Http http;
    private final TraceContext traces;
    private final ApplicationContext context;

    TraceIT(Http http, TraceContext traces, ApplicationContext context) {
        this.http = http;
        this.traces = traces;
        this.context = context;
    }

    @Test
    void aRequestGoesOnWithTheTraceThatItCameWith() {
        var answer = http.get("/v1/self")
                .by(TestTokens.user("wanda"))
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .send();
        assertThat(answer.header("Trace-Id")).isEqualTo(TRACE);
        assertThat(answer.json().path("traceparent").asString()).startsWith("00-" + TRACE + "-");
    }

    @Test
    void aRequestWithoutATraceBeginsOne() {
        assertThat(http.get("/v1/self").send().header("Trace-Id")).matches("[0-9a-f]{32}");
    }

    @Test
    void anEventGoesOnWithTheTraceOfItsCommand() {
        var during = new AtomicReference<String>();
        var logged = new AtomicReference<String>();
        traces.continuing("00-" + TRACE + "-00f067aa0ba902b7-01", () -> {
            during.set(traces.current());
            logged.set(MDC.get("traceId"));
        });
        assertThat(during.get()).startsWith("00-" + TRACE + "-").doesNotContain("00f067aa0ba902b7");
        assertThat(logged.get()).isEqualTo(TRACE);
        assertThat(traces.current()).isEmpty();
    }

    @Test
    void anEventWithoutATraceBeginsOne() {
        for (String none : new String[] {"", "nonsense"}) {
            var during = new AtomicReference<String>();
            traces.continuing(none, () -> during.set(traces.current()));
            assertThat(during.get()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
        }
    }

    @Test
    void nothingIsExportedUnlessAnAddressIsSet() {
        assertThat(context.getBeanDefinitionNames())
                .noneMatch(name -> name.toLowerCase().contains("otlphttpspanexporter"))
                .noneMatch(name -> name.equals("otlpMeterRegistry"))
                .noneMatch(name -> name.toLowerCase().contains("otlphttplogrecordexporter"));
    }

    @Test
    void timesAreWrittenInUtc() {
        assertThat(http.get("/v1/self")
                        .by(TestTokens.user("wanda"))
                        .send()
                        .json()
                        .path("at")
                        .asString())
                .isEqualTo("2026-11-23T12:00:00Z");
    }
}
