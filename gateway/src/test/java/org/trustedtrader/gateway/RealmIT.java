package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.htmlunit.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.gateway.support.Browser;
import org.trustedtrader.gateway.support.RealKeycloak;
import org.trustedtrader.gateway.support.StubIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The promises of {@code deploy/keycloak}, asked of the real Keycloak that has imported it. */
class RealmIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CALLBACK = RealKeycloak.gatewayUrl() + "/login/oauth2/code/keycloak";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-1";
    private static final String CHALLENGE = challenge();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aPersonsTokenHasTheseClaimsAndNoOthers() throws ParseException {
        SignedJWT token = SignedJWT.parse(
                password("demo-cli", "carla.owner").path("access_token").asString());
        JWTClaimsSet claims = token.getJWTClaimsSet();

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(claims.getClaims().keySet())
                .isEqualTo(Set.of(
                        "iss",
                        "aud",
                        "sub",
                        "azp",
                        "sid",
                        "typ",
                        "iat",
                        "exp",
                        "jti",
                        "scope",
                        "preferred_username",
                        "roles",
                        "company"));
        assertThat(claims.getAudience()).contains("ttp-api");
        assertThat(claims.getClaim("roles")).isEqualTo(List.of("account-owner"));
        assertThat(claims.getClaim("company")).isEqualTo("123456782");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(300_000);
    }

    @ParameterizedTest
    @CsvSource({
        "border-windsor, border-system,",
        "partner-carrier, full-user, 123456782",
        "enrolment-service, service,",
        "assessment-service, service,",
        "validation-service, service,",
        "benefits-service, service,"
    })
    void aMachineHasOneRole(String client, String role, String company) throws ParseException {
        JsonNode answer = form(
                "token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_secret",
                        "demo-only-" + client));
        JWTClaimsSet claims =
                SignedJWT.parse(answer.path("access_token").asString()).getJWTClaimsSet();

        assertThat(claims.getClaim("roles")).isEqualTo(List.of(role));
        assertThat(claims.getClaim("company")).isEqualTo(company);
        assertThat(claims.getClaim("azp")).isEqualTo(client);
        assertThat(claims.getClaim("sid")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal",
                "border-windsor",
                "partner-carrier",
                "enrolment-service",
                "assessment-service",
                "validation-service",
                "benefits-service",
                "admin-cli",
                "account",
                "account-console",
                "security-admin-console"
            })
    void noOtherClientTakesPasswords(String client) {
        assertThat(password(client, "carla.owner").path("access_token").isMissingNode())
                .isTrue();
    }

    @Test
    void thePortalNeedsAProofKeyACodeAndItsOwnAddress() throws IOException {
        assertThat(visit("portal", CALLBACK, "code", "")).contains("code_challenge_method");
        assertThat(visit("portal", CALLBACK, "token", "&code_challenge_method=S256&code_challenge=" + CHALLENGE))
                .contains("error=");
        assertThat(visit("portal", CALLBACK, "code", "&code_challenge_method=plain&code_challenge=" + VERIFIER))
                .contains("error=");
        try (Browser browser = new Browser()) {
            Page refused = browser.open(authorization("portal", "http://127.0.0.1:1/steal", "code", ""));
            assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(400);
        }
    }

    @Test
    void nobodyChoosesTheirOwnCompany() throws Exception {
        String account = RealKeycloak.realm() + "/account/";
        String token = accountToken(account);
        ObjectNode me = (ObjectNode) JSON.readTree(account(account, token, null).body());
        ((ObjectNode) me.get("attributes")).putArray("company").add("987654324");
        me.remove("userProfileMetadata");

        HttpResponse<String> refused = account(account, token, me.toString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("company", "read-only");

        String fresh = password("demo-cli", "carl.user").path("access_token").asString();
        assertThat(SignedJWT.parse(fresh).getJWTClaimsSet().getClaim("company")).isEqualTo("123456782");
    }

    @Test
    void onlyTheServiceThatApprovesMayAskWhetherATokenIsLive() {
        String token =
                password("demo-cli", "paul.approver").path("access_token").asString();

        assertThat(live(token, "enrolment-service")).isTrue();
        assertThat(live(token, "benefits-service")).isFalse();
    }

    @Test
    void aRefreshTokenIsUsedOnce() {
        String token = password("demo-cli", "carla.owner").path("refresh_token").asString();

        assertThat(refresh(token).path("access_token").asString("")).isNotEmpty();
        assertThat(refresh(token).path("error").asString()).isEqualTo("invalid_grant");
    }

    private JsonNode refresh(String token) {
        return form(
                "token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        "demo-cli",
                        "client_secret",
                        "demo-only-demo-cli",
                        "refresh_token",
                        token));
    }

    private boolean live(String token, String client) {
        return form(
                        "token/introspect",
                        Map.of("token", token, "client_id", client, "client_secret", "demo-only-" + client))
                .path("active")
                .asBoolean();
    }

    private JsonNode password(String client, String user) {
        return form(
                "token",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "client_secret",
                        "demo-only-" + client,
                        "username",
                        user,
                        "password",
                        "demo-only-" + user));
    }

    private JsonNode form(String endpoint, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(RealKeycloak.openId(endpoint)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return JSON.readTree(send(request).body());
    }

    /** The address that Keycloak sends a browser back to. */
    private String visit(String client, String callback, String type, String more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(authorization(client, callback, type, more)));
        return send(request).headers().firstValue("Location").orElse("");
    }

    private static String authorization(String client, String callback, String type, String more) {
        return RealKeycloak.openId("auth") + "?scope=openid&state=s&client_id=" + client + "&response_type=" + type
                + "&redirect_uri=" + URLEncoder.encode(callback, StandardCharsets.UTF_8) + more;
    }

    private String accountToken(String account) throws IOException {
        try (Browser browser = new Browser()) {
            String proof = "&code_challenge_method=S256&code_challenge=" + CHALLENGE;
            Page back = browser.signIn(authorization("account-console", account, "code", proof), "carl.user");
            Map<String, String> answer = StubIssuer.form(back.getUrl().getQuery());
            return form(
                            "token",
                            Map.of(
                                    "grant_type",
                                    "authorization_code",
                                    "client_id",
                                    "account-console",
                                    "code",
                                    answer.get("code"),
                                    "redirect_uri",
                                    account,
                                    "code_verifier",
                                    VERIFIER))
                    .path("access_token")
                    .asString();
        }
    }

    private HttpResponse<String> account(String address, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        return send(body == null ? request : request.POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String challenge() {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
