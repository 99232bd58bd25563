package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.support.HttpCaller;
import org.trustedtrader.gateway.support.HttpCaller.Answer;
import org.trustedtrader.gateway.support.StubIssuer;

@ExtendWith(OutputCaptureExtension.class)
class SessionsIT extends RunningGateway {

    private static final String[] BROWSER = {"Accept", "text/html,application/xhtml+xml"};

    @BeforeEach
    void forget() {
        service("enrolment").forget();
    }

    @AfterEach
    void asBefore() {
        ISSUER.tokensLive(Duration.ofMinutes(5));
        ISSUER.endSession(false);
        ISSUER.breakWith(0);
    }

    @Test
    void aBrowserIsSentToKeycloakWithProofKeyAndState() {
        HttpCaller browser = caller();
        assertThat(browser.get("/", BROWSER).header("Location")).isEqualTo("http://127.0.0.1:8080/");
        URI keycloak = URI.create(browser.get("/oauth2/authorization/keycloak").header("Location"));
        Map<String, String> request = StubIssuer.form(keycloak.getRawQuery());

        assertThat(keycloak.toString()).startsWith(ISSUER.realm() + "/protocol/openid-connect/auth?");
        assertThat(request)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "portal")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
    }

    @Test
    void theBrowserHoldsNoTokenAndNoScriptCanReadItsSession() {
        HttpCaller browser = caller();
        Answer first = browser.get("/oauth2/authorization/keycloak");
        assertThat(first.response().headers().allValues("Set-Cookie"))
                .filteredOn(it -> it.startsWith(GatewayProperties.SESSION_COOKIE))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax");

        String before = browser.cookie(GatewayProperties.SESSION_COOKIE);
        browser.signIn(ISSUER);
        assertThat(browser.cookie(GatewayProperties.SESSION_COOKIE))
                .isNotEqualTo(before)
                .hasSizeLessThan(60);
        assertThat(browser.get("/", BROWSER).body()).doesNotContain("eyJ");
    }

    @Test
    void theFirstPageSaysWhoYouAre() {
        String page = caller().signIn(ISSUER).get("/", BROWSER).body();

        assertThat(page)
                .contains("Carla &lt;Owner&gt;", "carla.owner", "123456782", "account owner")
                .contains("/docs/?urls.primaryName=enrolment", "/docs/?urls.primaryName=benefits")
                .doesNotContain("<script", "onclick");
    }

    @Test
    void aSessionsRequestGoesOnWithItsTokenAndWithoutItsCookies() throws ParseException {
        Answer answer = caller().signIn(ISSUER).get("/v1/companies");

        assertThat(answer.status()).isEqualTo(200);
        var received = service("enrolment").last();
        assertThat(received.header("Cookie")).isNull();
        assertThat(SignedJWT.parse(received.header("Authorization").substring(7))
                        .getJWTClaimsSet()
                        .getSubject())
                .isEqualTo("carla");
    }

    @Test
    void aChangeNeedsTheCsrfTokenOfTheSession() {
        HttpCaller browser = caller().signIn(ISSUER);
        browser.get("/", BROWSER);

        Answer refused = browser.post("/v1/companies", "{}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("csrf-token-missing");
        assertThat(browser.post("/v1/companies", "{}", "X-XSRF-TOKEN", "guessed")
                        .status())
                .isEqualTo(403);
        assertThat(service("enrolment").receivedNothing()).isTrue();

        assertThat(browser.post("/v1/companies", "{}", "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                        .status())
                .isEqualTo(200);
        assertThat(service("enrolment").last().header("X-XSRF-TOKEN")).isNull();
    }

    @Test
    void signingOutNeedsItToo() {
        HttpCaller browser = caller().signIn(ISSUER);

        assertThat(browser.post("/logout", "").status()).isEqualTo(403);
        assertThat(browser.get("/logout").status()).isNotEqualTo(302);
        assertThat(browser.get("/v1/companies").status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionHereAndLeadsToKeycloakToEndTheOther() {
        HttpCaller browser = caller().signIn(ISSUER);
        browser.get("/", BROWSER);
        Answer out = browser.post("/logout", "", "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));

        assertThat(out.header("Location"))
                .startsWith(ISSUER.realm() + "/protocol/openid-connect/logout?id_token_hint=")
                .contains("post_logout_redirect_uri=http://127.0.0.1:");
        assertThat(browser.get("/v1/companies").status()).isEqualTo(401);
    }

    @Test
    void aBearerRequestNeverUsesTheSession() throws ParseException {
        HttpCaller browser = caller().signIn(ISSUER);

        assertThat(browser.get("/v1/companies", bearerOf("x")).status()).isEqualTo(401);
        assertThat(browser.get("/v1/companies", "Authorization", "").status()).isEqualTo(401);

        browser.post("/v1/companies", "{}", bearerOf(ISSUER.token(it -> it.subject("ivan"))));
        assertThat(SignedJWT.parse(service("enrolment")
                                .last()
                                .header("Authorization")
                                .substring(7))
                        .getJWTClaimsSet()
                        .getSubject())
                .isEqualTo("ivan");
    }

    @Test
    void anOldTokenIsRenewedWithoutTheBrowserNoticing() {
        ISSUER.tokensLive(Duration.ofSeconds(10));
        HttpCaller browser = caller().signIn(ISSUER);
        int before = ISSUER.refreshes();
        ISSUER.tokensLive(Duration.ofMinutes(5));

        assertThat(browser.get("/v1/companies").status()).isEqualTo(200);
        assertThat(browser.get("/v1/companies").status()).isEqualTo(200);
        assertThat(ISSUER.refreshes()).isEqualTo(before + 1);
    }

    @Test
    void aSessionThatEndedAtKeycloakEndsHere() {
        ISSUER.tokensLive(Duration.ofSeconds(10));
        HttpCaller browser = caller().signIn(ISSUER);
        ISSUER.endSession(true);

        assertThat(browser.get("/v1/companies").problem()).isEqualTo("not-signed-in");
        assertThat(browser.get("/", BROWSER).status()).isEqualTo(302);
        assertThat(service("enrolment").receivedNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 500, -1})
    void nobodyIsSignedOutBecauseKeycloakIsAway(int trouble) {
        ISSUER.tokensLive(Duration.ofSeconds(10));
        HttpCaller browser = caller().signIn(ISSUER);
        ISSUER.breakWith(trouble);
        assertThat(browser.get("/v1/companies").problem()).isEqualTo("unavailable");

        ISSUER.breakWith(0);
        assertThat(browser.get("/v1/companies").status()).isEqualTo(200);
    }

    @Test
    void aSignInThatFailsLeadsToAPageThatSaysSo() {
        HttpCaller browser = caller();
        Answer back = browser.get("/login/oauth2/code/keycloak?code=x&state=made-up");

        assertThat(back.header("Location")).isEqualTo("/signed-out?failed");
        assertThat(browser.get("/signed-out?failed").body()).contains("did not succeed");
    }

    @Test
    void nothingSensitiveIsLogged(CapturedOutput output) {
        HttpCaller browser = caller().signIn(ISSUER);
        browser.post("/v1/companies?secret=1", "{}");

        assertThat(output.getAll())
                .contains("request method=POST path=/v1/companies status=403")
                .doesNotContain(
                        "eyJ", "secret=1", "code=a-code", "state=", browser.cookie(GatewayProperties.SESSION_COOKIE));
    }
}
