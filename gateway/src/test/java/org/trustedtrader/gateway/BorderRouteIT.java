package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.trustedtrader.gateway.support.StubService;

/** With a lean port set, the border's hot questions go there, and nothing else does. */
class BorderRouteIT extends RunningGateway {

    private static final StubService LANE = StubService.running("lane");

    @DynamicPropertySource
    static void lane(DynamicPropertyRegistry registry) {
        registry.add("ttp.gateway.border-url", LANE::url);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/eligibility/bn15/987654324RM0001?benefit=FAST_LANE, lane",
        "/v1/eligibility/batch, lane",
        "/v1/crossings, lane",
        "/v1/eligibility/bn15/987654324RM0001/more, benefits",
        "/v1/crossings/7, benefits",
        "/v1/decisions/7, benefits",
        "/v1/ports, benefits"
    })
    void onlyTheHotQuestionsGoToTheLeanPort(String path, String service) {
        var answer = caller().get(path, bearer());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("service").asString()).isEqualTo(service);
    }
}
