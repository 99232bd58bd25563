package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.trustedtrader.gateway.support.HttpCaller;
import org.trustedtrader.platform.test.RawHttp;

/** Requests that might be read in two ways, or that not everybody can read, are refused with a reason. */
@ExtendWith(OutputCaptureExtension.class)
class StrictRequestsIT extends RunningGateway {

    private static final String LANGUAGES = "en,fr,de,es,it,pt,nl,sv,da,fi,no";

    @BeforeEach
    void forget() {
        service("enrolment").forget();
    }

    @Test
    void twoAuthorizationHeadersAreRefused() {
        String good = "Authorization: Bearer " + ISSUER.token(it -> it) + "\r\n";
        for (String second : new String[] {good, "Authorization: Bearer x\r\n", "authorization: Basic eDp5\r\n"}) {
            assertThat(raw("GET /v1/companies", good + second)).startsWith("400 duplicate-");
        }
        assertThat(service("enrolment").receivedNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type: application/json", "Idempotency-Key: k", "Origin: http://127.0.0.1:8080"})
    void soIsAnyOtherHeaderOfWhichOneCounts(String header) {
        String good = "Authorization: Bearer " + ISSUER.token(it -> it) + "\r\n";

        assertThat(raw("POST /v1/companies", good + header + "\r\n" + header + "\r\nContent-Length: 0\r\n"))
                .startsWith("400 duplicate-header");
    }

    @Test
    void soAreTwoSessions() {
        String session = caller().signIn(ISSUER).cookie("TTP_SESSION");

        assertThat(raw("GET /v1/companies", "Cookie: TTP_SESSION=" + session + "; TTP_SESSION=x\r\n"))
                .startsWith("400 duplicate-header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/companies?carrierCode=%FF",
                "/v1/companies?carrierCode=%F0%9F",
                "/v1/criteria?x=%FF",
                "/v1/companies?%C3=1",
                "/v1/companies?a=%ED%A0%80",
                "/v1/companies/%FF",
                "/?x=%80"
            })
    void anAddressThatIsNoTextIsRefused(String path) {
        assertThat(raw("GET " + path, "Authorization: Bearer " + ISSUER.token(it -> it) + "\r\n"))
                .startsWith("400 malformed-address");
        assertThat(service("enrolment").receivedNothing()).isTrue();
    }

    @Test
    void anEarlyRefusalCarriesTheSecurityHeadersOfEveryOtherAnswer() {
        Map<String, String> usual = headers("/v1/companies");
        usual.remove("www-authenticate");

        assertThat(usual).containsKeys("content-security-policy", "x-frame-options", "permissions-policy");
        assertThat(headers("/v1/companies?x=%FF")).containsExactlyEntriesOf(usual);
        assertThat(headers("/v1/companies/../x")).containsExactlyEntriesOf(usual);
        assertThat(headers("/?x=1", "Origin: a\r\nOrigin: b\r\n")).containsExactlyEntriesOf(usual);
    }

    /** Without those that differ from answer to answer, and the cookies. */
    private Map<String, String> headers(String path, String... more) {
        try (RawHttp connection = RawHttp.to(port)) {
            Map<String, String> headers = connection
                    .send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + String.join("", more)
                            + "Connection: close\r\n\r\n")
                    .answer()
                    .headers();
            headers.keySet().removeAll(Set.of("trace-id", "content-length", "set-cookie"));
            return headers;
        }
    }

    @Test
    void anAddressWithEncodedTextIsPassedOnAsItIs() {
        String path = "/v1/companies?legalName=%C3%89rable%20%F0%9F%8D%81&x=a%2Bb";

        assertThat(caller().get(path, bearer()).status()).isEqualTo(200);
        assertThat(service("enrolment").last().path()).isEqualTo(path);
    }

    @Test
    void manyLanguagesAreNoFault() {
        assertThat(caller().get("/v1/companies", bearer("Accept-Language", LANGUAGES))
                        .status())
                .isEqualTo(200);
        assertThat(caller().get("/v1/companies", "Accept-Language", LANGUAGES).problem())
                .isEqualTo("not-signed-in");
        assertThat(caller().get("/v1/companies", "Accept-Language", ";q=x,,**").problem())
                .isEqualTo("not-signed-in");
    }

    @ParameterizedTest
    @CsvSource({
        "/?x=1, unknown-parameter",
        "/docs/?primaryName=benefits, unknown-parameter",
        "/docs/config.json?x, unknown-parameter",
        "/signed-out?fail, unknown-parameter",
        "/signed-out?failed&failed, bad-parameter"
    })
    void anUnknownParameterOfOurOwnPagesIsRefused(String path, String problem) {
        HttpCaller browser = caller().signIn(ISSUER);

        assertThat(browser.get(path).status()).isEqualTo(400);
        assertThat(browser.get(path).problem()).isEqualTo(problem);
    }

    /** Whatever has come before it does not reach the service as if it were the whole body. */
    @ParameterizedTest
    @ValueSource(strings = {"-5", "xyz", "5 5", "FFFFFFFFFF", ""})
    void aChunkOfAMalformedSizeIsRefusedWithoutAStackInTheLog(String size, CapturedOutput output) {
        try (RawHttp connection = RawHttp.to(port)) {
            var answer = connection
                    .send("POST /v1/companies HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                            + ISSUER.token(it -> it)
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n" + size + "\r\nhello\r\n0\r\n\r\n")
                    .answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(connection.answer().status()).isZero();
        }
        await().untilAsserted(() -> assertThat(output.getAll()).contains("path=/v1/companies status=400"));
        assertThat(output.getAll()).doesNotContain("status=200", "\"ERROR\"", "stack_trace");
        assertThat(service("enrolment").receivedNothing()).isTrue();
    }

    /** The status and the problem. */
    private String raw(String request, String headers) {
        try (RawHttp connection = RawHttp.to(port)) {
            var answer = connection
                    .send(request + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "Connection: close\r\n\r\n")
                    .answer();
            return answer.status() + " " + answer.body().replaceAll(".*urn:ttp:problem:([a-z-]+).*", "$1");
        }
    }
}
