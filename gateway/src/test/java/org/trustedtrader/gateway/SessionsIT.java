package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.support.HttpCaller;
import org.trustedtrader.gateway.support.HttpCaller.Answer;
import org.trustedtrader.gateway.support.StubIssuer;
import org.trustedtrader.platform.test.RawHttp;

@ExtendWith(OutputCaptureExtension.class)
class SessionsIT extends RunningGateway {

    private static final String BACK_CHANNEL = "/logout/back-channel";
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
                .filteredOn(it -> it.startsWith("TTP_SIGNIN_"))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/login/oauth2/code/keycloak");

        Answer back = browser.signIn(ISSUER, first);
        assertThat(back.response().headers().allValues("Set-Cookie"))
                .filteredOn(it -> it.startsWith(GatewayProperties.SESSION_COOKIE))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(browser.cookie(GatewayProperties.SESSION_COOKIE)).hasSizeBetween(1, 60);
        assertThat(browser.get("/", BROWSER).body()).doesNotContain("eyJ");
    }

    @Test
    void whoeverHasNotSignedInHasNoSession() {
        HttpCaller browser = caller();
        browser.get("/", BROWSER);
        browser.get("/oauth2/authorization/keycloak");

        assertThat(browser.cookie(GatewayProperties.SESSION_COOKIE)).isEmpty();
    }

    @Test
    void aPersonReturnsToThePageThatWasAskedFor() {
        String page = "/docs/?urls.primaryName=benefits";
        try (RawHttp browser = RawHttp.to(port)) {
            RawHttp.Answer toKeycloak = browser.send(
                            "GET " + page + " HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nAccept: text/html\r\n\r\n")
                    .answer();
            Map<String, String> request = StubIssuer.form(
                    URI.create(toKeycloak.headers().get("location")).getRawQuery());
            Answer back = caller().get(
                            "/login/oauth2/code/keycloak?code=" + ISSUER.code(request) + "&state="
                                    + URLEncoder.encode(request.get("state"), StandardCharsets.UTF_8),
                            "Cookie",
                            toKeycloak.headers().get("set-cookie").replaceAll(".*(TTP_SIGNIN_[^;]+);.*", "$1"));
            assertThat(back.header("Location")).isEqualTo(page);
        }
    }

    @Test
    void twoTabsSignInIndependently() {
        HttpCaller browser = caller();
        Answer one = browser.get("/oauth2/authorization/keycloak");
        Answer two = browser.get("/oauth2/authorization/keycloak");

        assertThat(browser.signIn(ISSUER, one).header("Location")).isEqualTo("/");
        assertThat(browser.signIn(ISSUER, two).header("Location")).isEqualTo("/");
        assertThat(browser.get("/v1/companies").status()).isEqualTo(200);
    }

    /** Safari opens an address twice at times. Keycloak would take the second use of a code for a theft. */
    @Test
    void theSameAnswerOfKeycloakCountsOnce() {
        HttpCaller browser = caller();
        Answer toKeycloak = browser.get("/oauth2/authorization/keycloak");
        String state = StubIssuer.form(URI.create(toKeycloak.header("Location")).getRawQuery())
                .get("state");
        String answer =
                "/login/oauth2/code/keycloak?code=a-code&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
        String[] cookie = {"Cookie", signInCookie(toKeycloak)};
        browser.signIn(ISSUER, toKeycloak);
        int used = ISSUER.codesUsed();

        assertThat(browser.get(answer).header("Location")).isEqualTo("/");
        assertThat(caller().get(answer, cookie).header("Location")).isEqualTo("/oauth2/authorization/keycloak");
        assertThat(ISSUER.codesUsed()).isEqualTo(used);
    }

    private static String signInCookie(Answer toKeycloak) {
        return toKeycloak.response().headers().allValues("Set-Cookie").stream()
                .filter(it -> it.startsWith("TTP_SIGNIN_"))
                .map(it -> it.replaceAll(";.*", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAnswerToNoSignInOfThisBrowserBeginsOneOnceOnly() {
        HttpCaller browser = caller();
        String answer = "/login/oauth2/code/keycloak?code=x&state=made-up";
        assertThat(browser.get(answer).header("Location")).isEqualTo("/oauth2/authorization/keycloak");

        assertThat(browser.get(answer).header("Location")).isEqualTo("/signed-out?failed");
        assertThat(browser.get("/signed-out?failed").body()).contains("did not succeed");
    }

    @Test
    void aSignInThatAnotherTabHasOvertakenBeginsAgain() {
        HttpCaller browser = caller();
        Answer toKeycloak = browser.get("/oauth2/authorization/keycloak");
        String state = StubIssuer.form(URI.create(toKeycloak.header("Location")).getRawQuery())
                .get("state");

        assertThat(browser.get("/login/oauth2/code/keycloak?error=temporarily_unavailable"
                                + "&error_description=authentication_expired&state="
                                + URLEncoder.encode(state, StandardCharsets.UTF_8))
                        .header("Location"))
                .isEqualTo("/oauth2/authorization/keycloak");
    }

    @Test
    void aSignInOfAnotherBrowserIsNotTaken() {
        Answer theirs = caller().get("/oauth2/authorization/keycloak");
        HttpCaller victim = caller();

        assertThat(victim.signIn(ISSUER, theirs).header("Location")).isEqualTo("/oauth2/authorization/keycloak");
        assertThat(victim.get("/v1/companies").status()).isEqualTo(401);
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
    void signingOutIsForOurOwnPages() {
        HttpCaller browser = caller().signIn(ISSUER);

        assertThat(browser.post("/logout", "").status()).isEqualTo(403);
        assertThat(browser.post("/logout", "", "Sec-Fetch-Site", "cross-site").problem())
                .isEqualTo("csrf-token-missing");
        assertThat(browser.get("/logout").status()).isNotEqualTo(302);
        assertThat(browser.get("/v1/companies").status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionHereAndLeadsToKeycloakToEndTheOther() {
        HttpCaller browser = caller().signIn(ISSUER);
        Answer out = browser.post("/logout", "", "Sec-Fetch-Site", "same-origin");

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

    /** Keycloak takes a second use of a refresh token for a theft. */
    @Test
    void requestsAtTheSameTimeRenewTheTokenOnce() throws Exception {
        ISSUER.tokensLive(Duration.ofSeconds(10));
        HttpCaller browser = caller().signIn(ISSUER);
        int before = ISSUER.refreshes();
        ISSUER.tokensLive(Duration.ofMinutes(5));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> requests =
                    Collections.nCopies(20, () -> browser.get("/v1/companies").status());
            for (Future<Integer> status : threads.invokeAll(requests)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        assertThat(ISSUER.refreshes()).isEqualTo(before + 1);
    }

    @Test
    void aTokenIsRenewedAgainAndAgain() {
        ISSUER.tokensLive(Duration.ofSeconds(10));
        HttpCaller browser = caller().signIn(ISSUER);
        int before = ISSUER.refreshes();

        for (int i = 0; i < 3; i++) {
            assertThat(browser.get("/v1/companies").status()).isEqualTo(200);
        }
        assertThat(ISSUER.refreshes()).isEqualTo(before + 3);
    }

    @Test
    void aSessionThatEndsAtKeycloakEndsHereAtOnce() {
        HttpCaller browser = caller().signIn(ISSUER);
        String sid = ISSUER.sid();
        HttpCaller other = caller().signIn(ISSUER);

        Answer heard = caller().form(BACK_CHANNEL, "logout_token=" + ISSUER.logoutToken(it -> it.claim("sid", sid)));
        assertThat(heard.status()).isEqualTo(200);
        assertThat(browser.get("/v1/companies").status()).isEqualTo(401);
        assertThat(other.get("/v1/companies").status()).isEqualTo(200);

        caller().form(BACK_CHANNEL, "logout_token=" + ISSUER.logoutToken(it -> it.claim("sid", null)));
        assertThat(other.get("/v1/companies").status()).isEqualTo(401);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badLogoutTokens")
    void nobodyElseEndsSessions(String why, String body) {
        HttpCaller browser = caller().signIn(ISSUER);

        assertThat(caller().form(BACK_CHANNEL, body.replace("SID", ISSUER.sid()))
                        .problem())
                .isEqualTo("bad-request");
        assertThat(browser.get("/v1/companies").status()).isEqualTo(200);
    }

    static Stream<Arguments> badLogoutTokens() throws ParseException {
        String prefix = "logout_token=";
        JWTClaimsSet good =
                SignedJWT.parse(ISSUER.logoutToken(it -> it.claim("sid", null))).getJWTClaimsSet();
        return Stream.of(
                Arguments.of("no token", "x=1"),
                Arguments.of("no JWT", prefix + "abc"),
                Arguments.of("another key", prefix + StubIssuer.signed(StubIssuer.newKey("one"), good)),
                Arguments.of("another audience", prefix + ISSUER.logoutToken(it -> it.audience("other"))),
                Arguments.of("another issuer", prefix + ISSUER.logoutToken(it -> it.issuer("http://127.0.0.1:1/"))),
                Arguments.of("an access token", prefix + ISSUER.token(it -> it.audience("portal"))),
                Arguments.of("no event", prefix + ISSUER.logoutToken(it -> it.claim("events", null))),
                Arguments.of("an ID token", prefix + ISSUER.logoutToken(it -> it.claim("nonce", "n"))),
                Arguments.of(
                        "expired",
                        prefix
                                + ISSUER.logoutToken(it -> it.expirationTime(
                                        Date.from(Instant.now().minusSeconds(3_600))))));
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
