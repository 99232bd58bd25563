package org.trustedtrader.gateway.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    @Test
    void keepsTheTraceAndTheFlagsButHasItsOwnSpan() {
        TraceParent trace = TraceParent.continued("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");

        assertThat(trace.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(trace.header()).matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00");
        assertThat(trace.spanId()).isNotEqualTo("b7ad6b7169203331");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "x",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nX: y"
            })
    void startsAnewWhenItCannotReadWhatItGot(String header) {
        assertThat(TraceParent.continued(header).header())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain("0af7651916cd43dd8448eb211c80319c");
    }
}
