package org.trustedtrader.platform.test.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.StubIssuer;
import org.trustedtrader.platform.test.TestTokens;

@ProbeIT
class SignInIT {

    private final Http http;

    SignInIT(Http http) {
        this.http = http;
    }

    @AfterEach
    void everythingAnswersAgain() {
        StubIssuer.running().silent(false);
        StubIssuer.running().enable("paul");
    }

    static Stream<String> badTokens() {
        String good = TestTokens.user("wanda").roles("writer").token();
        return Stream.of(
                "nonsense",
                "a.b.c",
                TestTokens.user("wanda").roles("writer").expired().token(),
                TestTokens.user("wanda")
                        .roles("writer")
                        .expiresIn(Duration.ofSeconds(-31))
                        .token(),
                TestTokens.user("wanda").roles("writer").wrongAudience().token(),
                TestTokens.user("wanda").roles("writer").wrongIssuer().token(),
                TestTokens.user("wanda").roles("writer").type("ID").token(),
                TestTokens.user("wanda").roles("writer").type("Refresh").token(),
                TestTokens.user("wanda").roles("writer").forged().token(),
                good.substring(0, good.length() - 4) + "AAAA",
                withoutSignature(good),
                signedWithASharedSecret(good));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aTokenThatIsNotGoodIsTurnedAway(String token) {
        var answer = http.get("/v1/self").by(token).send();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("not-signed-in");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void clocksMayDifferByHalfAMinute() {
        assertThat(http.get("/v1/self")
                        .by(TestTokens.user("wanda").expiresIn(Duration.ofSeconds(-20)))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutATokenNothingIsShownButHealth() {
        assertThat(http.get("/v1/self").send().status()).isEqualTo(401);
        assertThat(http.get("/v1/nothing").send().status()).isEqualTo(401);
        assertThat(http.get("/v3/api-docs").send().status()).isEqualTo(401);
        assertThat(http.get("/actuator/health/readiness").send().status()).isEqualTo(200);
        assertThat(http.get("/actuator/health/liveness").send().text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(http.get("/actuator/env").send().status()).isEqualTo(401);
        assertThat(http.get("/actuator").send().status()).isEqualTo(401);
        assertThat(http.call("POST", "/actuator/health").send().status()).isEqualTo(401);
    }

    @Test
    void anActuatorIsNotThereEvenForTheMostPowerful() {
        var caller = TestTokens.user("erin").roles("operator", "service", "approver");
        assertThat(http.get("/actuator/env").by(caller).send().status()).isEqualTo(404);
        assertThat(http.get("/actuator/metrics").by(caller).send().status()).isEqualTo(404);
        assertThat(http.get("/error").by(caller).send().status()).isEqualTo(404);
    }

    @Test
    void whoHasSignedInReadsTheDocumentation() {
        var answer = http.get("/v3/api-docs")
                .by(TestTokens.user("wanda").roles("writer"))
                .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()
                        .at("/components/securitySchemes/sign-in/scheme")
                        .asString())
                .isEqualTo("bearer");
        assertThat(parameters(answer, "/v1/things", "post")).containsExactly("Idempotency-Key");
        assertThat(parameters(answer, "/v1/things/{id}", "put"))
                .containsExactlyInAnyOrder("If-Match", "Idempotency-Key");
        assertThat(parameters(answer, "/v1/self", "get")).isEmpty();
    }

    private static List<String> parameters(Http.Answer docs, String path, String method) {
        return docs.json()
                .path("paths")
                .path(path)
                .path(method)
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    @Test
    void aRoleThatIsMissingIs403() {
        var answer = http.post("/v1/things")
                .by(TestTokens.user("rob").roles("reader"))
                .json("{}")
                .send();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("role-missing");
    }

    @Test
    void internalAddressesAreForServices() {
        assertThat(http.get("/internal/x")
                        .by(TestTokens.user("erin").roles("operator"))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(http.get("/internal/x")
                        .by(TestTokens.service("enrolment"))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theCallerIsKnownByTokenAlone() {
        var person = http.get("/v1/self")
                .by(TestTokens.user("carla").company("123456782"))
                .header("X-Company", "987654324")
                .send()
                .json();
        assertThat(person.path("id").asString()).isEqualTo("user:carla");
        assertThat(person.path("company").asString()).isEqualTo("123456782");
        assertThat(http.get("/v1/self")
                        .by(TestTokens.client("border-windsor"))
                        .send()
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo("client:border-windsor");
        assertThat(http.get("/v1/self")
                        .by(TestTokens.service("enrolment"))
                        .send()
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo("service:enrolment");
    }

    @Test
    void approvingNeedsALiveAccount() {
        var paul = TestTokens.user("paul").roles("approver").token();
        assertThat(http.post("/v1/approval").by(paul).send().status()).isEqualTo(200);
        StubIssuer.running().disable("paul");
        assertThat(http.post("/v1/approval").by(paul).send().problem()).isEqualTo("not-allowed");
        assertThat(http.post("/v1/suspension").by(paul).send().problem()).isEqualTo("not-allowed");
    }

    @Test
    void whileAccountsCannotBeCheckedNothingIsGrantedButMuchCanBeTakenAway() {
        var paul = TestTokens.user("paul").roles("approver").token();
        http.get("/v1/self").by(paul).send();
        StubIssuer.running().silent(true);
        var approval = http.post("/v1/approval").by(paul).send();
        assertThat(approval.status()).isEqualTo(503);
        assertThat(approval.header("Retry-After")).isNotEmpty();
        assertThat(http.post("/v1/suspension").by(paul).send().status()).isEqualTo(200);
    }

    @Test
    void keysThatAreKnownOutlastTheIssuersSilence() {
        http.get("/v1/self").by(TestTokens.user("one")).send();
        StubIssuer.running().silent(true);
        assertThat(http.get("/v1/self").by(TestTokens.user("two")).send().status())
                .isEqualTo(200);
    }

    private static String withoutSignature(String token) {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + token.split("\\.")[1] + ".";
    }

    private static String signedWithASharedSecret(String token) {
        try {
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test-key").build();
            var signed = new SignedJWT(header, SignedJWT.parse(token).getJWTClaimsSet());
            signed.sign(new MACSigner(new byte[32]));
            return signed.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
