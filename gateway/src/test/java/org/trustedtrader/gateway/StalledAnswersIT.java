package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.platform.test.RawHttp;

/** An answer may stand still for a moment here. */
@TestPropertySource(properties = {"ttp.gateway.answer-within=30s", "ttp.gateway.answer-idle=500ms"})
class StalledAnswersIT extends RunningGateway {

    @Test
    void anAnswerThatStandsStillIsCutOffAndDoesNotLookWhole() {
        try (RawHttp client = RawHttp.to(port)) {
            client.send(head("/v1/status/stream"));
            var answer = client.received();

            assertThat(answer).startsWith("HTTP/1.1 200 ").contains("first\n").doesNotContain("\r\n0\r\n");
        }
    }

    @Test
    void anAnswerThatBeginsLateIsNotCutOff() {
        try (RawHttp client = RawHttp.to(port)) {
            assertThat(client.send(head("/v1/companies/late")).answer().status())
                    .isEqualTo(200);
        }
    }

    private static String head(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + ISSUER.token(it -> it)
                + "\r\n\r\n";
    }
}
