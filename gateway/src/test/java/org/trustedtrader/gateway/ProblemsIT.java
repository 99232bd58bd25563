package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.gateway.support.HttpCaller.Answer;
import org.trustedtrader.platform.problem.ProblemType;

@TestPropertySource(properties = {"ttp.gateway.routes.nobody=/v1/nobody", "ttp.services.nobody.url=http://127.0.0.1:1"})
class ProblemsIT extends RunningGateway {

    private static final int KB = 1024;

    @BeforeEach
    void forget() {
        service("enrolment").forget();
        service("assessment").forget();
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedAtOnce() {
        Answer answer = caller().send("POST", "/v1/companies", BodyPublishers.ofByteArray(new byte[65 * KB]), bearer());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
        assertThat(service("enrolment").receivedNothing()).isTrue();
    }

    @Test
    void aChunkedBodyIsCutOffWhenItHasBecomeTooLarge() {
        Answer answer = caller().send("POST", "/v1/companies", chunked(65 * KB), bearer());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
    }

    @Test
    void aChunkedBodyWithinTheLimitArrivesWhole() {
        assertThat(caller().send("POST", "/v1/companies", chunked(64 * KB), bearer())
                        .status())
                .isEqualTo(200);
        assertThat(service("enrolment").last().bodyLength()).isEqualTo(64 * KB);
    }

    @Test
    void evidenceMayBeLargerButNotWithoutLimit() {
        String path = "/v1/assessments/7/evidence";

        assertThat(caller().send("POST", path, chunked(256 * KB), bearer()).status())
                .isEqualTo(200);
        assertThat(service("assessment").last().bodyLength()).isEqualTo(256 * KB);
        assertThat(caller().send("POST", path, chunked(257 * KB), bearer()).status())
                .isEqualTo(413);
    }

    @Test
    void aServiceThatIsAwayIs503() {
        Answer answer = caller().get("/v1/nobody", bearer());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.body()).doesNotContain("127.0.0.1", "Exception", "java");
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIs504AndIsNotAskedAgain() {
        Answer answer = caller().post("/v1/companies/slow", "{}", bearer());

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.problem()).isEqualTo("timeout");
        assertThat(service("enrolment").last().method()).isEqualTo("POST");
        assertThat(service("enrolment").receivedNothing()).isTrue();
    }

    @Test
    void alsoFromAServiceThatIsLateOnly() {
        assertThat(caller().post("/v1/companies/late", "{}", bearer()).status()).isEqualTo(504);
    }

    @Test
    void aPartnersListMayBeLargerAndTakeLonger() {
        String path = "/v1/mra/partners/JP/lists/late";

        assertThat(caller().send("POST", path, chunked(512 * KB), bearer()).status())
                .isEqualTo(200);
        assertThat(service("benefits").last().bodyLength()).isEqualTo(512 * KB);
        assertThat(caller().send("POST", path, chunked(513 * KB), bearer()).status())
                .isEqualTo(413);
    }

    @Test
    void aProgramIsNeverRedirected() {
        Answer answer = caller().get("/v1/companies", "Accept", "application/json");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("not-signed-in");
        assertThat(caller().get("/v1/companies", "Accept", "text/html").status())
                .isEqualTo(401);
        assertThat(caller().get("/", "Accept", "application/json").status()).isEqualTo(401);
        assertThat(caller().post("/v1/companies", "{}").problem()).isEqualTo("not-signed-in");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fr-CA | fr", "fr;q=0.5, en;q=0.4 | fr", "en-CA, fr;q=0.9 | en", "de | en"})
    void aRefusalIsWrittenInTheReadersLanguage(String accepted, String language) {
        Answer answer = caller().get("/v1/companies", "Accept-Language", accepted);

        assertThat(answer.problem()).isEqualTo("not-signed-in");
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(answer.json().path("detail").asString())
                .startsWith(language.equals("fr") ? "Envoyez un jeton" : "Send a bearer token");
        assertThat(answer.json().path("title").asString())
                .isEqualTo(ProblemType.NOT_SIGNED_IN.title().in(Locale.of(language)));
    }

    @Test
    void anAddressThatDoesNotExistSaysSoInFrench() {
        Answer answer = caller().get("/internal/x", "Accept-Language", "fr-CA");

        assertThat(answer.header("Content-Language")).isEqualTo("fr");
        assertThat(answer.json().path("title").asString()).isNotEqualTo("There is no such thing");
    }

    private static java.net.http.HttpRequest.BodyPublisher chunked(int size) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]));
    }
}
