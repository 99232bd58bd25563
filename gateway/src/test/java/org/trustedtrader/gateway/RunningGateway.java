package org.trustedtrader.gateway;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.trustedtrader.gateway.support.HttpCaller;
import org.trustedtrader.gateway.support.StubIssuer;
import org.trustedtrader.gateway.support.StubPlatform;
import org.trustedtrader.gateway.support.StubService;

/** A gateway on a free port between stubs; one for all tests with the same settings. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "ttp.gateway.answer-within=1s",
            "ttp.gateway.url=http://127.0.0.1:8080",
            "ttp.gateway.body-limit=64KB",
            "ttp.gateway.larger[0].paths=/v1/assessments/*/evidence/**",
            "ttp.gateway.larger[0].most=256KB",
            "ttp.gateway.larger[1].paths=/v1/mra/partners/*/lists/**",
            "ttp.gateway.larger[1].most=512KB",
            "ttp.gateway.larger[1].answer-within=60s",
            "ttp.gateway.larger[2].paths=/en/**",
            "ttp.gateway.larger[2].most=12MB",
            "ttp.gateway.routes.portal=/en,/fr",
            "ttp.gateway.body-patience=5s",
            "ttp.rates.callers.burst=100000",
            "ttp.rates.strangers.burst=100000"
        })
public abstract class RunningGateway {

    protected static final StubIssuer ISSUER = StubPlatform.ISSUER;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        StubPlatform.register(registry);
    }

    protected HttpCaller caller() {
        return new HttpCaller(port);
    }

    protected StubService service(String name) {
        return StubPlatform.service(name);
    }

    protected String[] bearer(String... more) {
        return bearerOf(ISSUER.token(it -> it), more);
    }

    protected String[] bearerOf(String token, String... more) {
        String[] headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = "Bearer " + token;
        System.arraycopy(more, 0, headers, 2, more.length);
        return headers;
    }
}
