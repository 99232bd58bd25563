package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.gateway.support.HttpCaller;
import org.trustedtrader.gateway.support.HttpCaller.Answer;

@TestPropertySource(properties = "ttp.security.back-channel=http://127.0.0.1:1/realms/trusted-trader")
class KeycloakAwayIT extends RunningGateway {

    @Test
    void aTokenThatCannotBeCheckedIsNeitherGoodNorBad() {
        Answer answer = caller().get("/v1/companies", bearer());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void aSignInEndsOnAPageThatSaysSo() {
        HttpCaller browser = caller();
        String request = browser.get("/oauth2/authorization/keycloak").header("Location");
        String state = request.replaceAll(".*state=([^&]+).*", "$1");

        assertThat(browser.get("/login/oauth2/code/keycloak?code=x&state=" + state)
                        .header("Location"))
                .isEqualTo("/signed-out?failed");
    }
}
