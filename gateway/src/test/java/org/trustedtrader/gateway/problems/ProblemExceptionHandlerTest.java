package org.trustedtrader.gateway.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

class ProblemExceptionHandlerTest {

    private final ProblemExceptionHandler handler =
            new ProblemExceptionHandler(new ProblemWriter(JsonMapper.builder().build()));

    @Test
    void aServiceThatDiesBeforeTheRequestIsSentIsAway() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/v1/companies"));
        handler.handle(exchange, new AbortedException("Connection has been closed BEFORE send operation"))
                .block();
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(exchange.getResponse().getBodyAsString().block()).contains("urn:ttp:problem:unavailable");
    }
}
