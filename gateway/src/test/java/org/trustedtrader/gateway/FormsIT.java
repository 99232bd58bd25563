package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.gateway.support.HttpCaller;

/** Forms of pages behind the gateway reach the service whole, if one of our own pages has sent them. */
class FormsIT extends RunningGateway {

    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=b";
    private static final String[] OURS = {"Sec-Fetch-Site", "same-origin"};

    @BeforeEach
    void forget() {
        service("portal").forget();
    }

    @ParameterizedTest
    @CsvSource({URLENCODED + ", 1", URLENCODED + ", 11534336", MULTIPART + ", 1", MULTIPART + ", 11534336"})
    void aFormArrivesWhole(String type, int size) {
        HttpCaller browser = caller().signIn(ISSUER);

        assertThat(post(browser, type, size, OURS)).isEqualTo(200);
        var received = service("portal").last();
        assertThat(received.bodyLength()).isEqualTo(size);
        assertThat(received.header("Content-Type")).isEqualTo(type);
        assertThat(received.header("Authorization")).startsWith("Bearer ");
        assertThat(received.header("Cookie")).isNull();
    }

    @Test
    void fiftyFormsInARowDoSoOverOneConnection() {
        HttpCaller browser = caller().signIn(ISSUER);

        for (int i = 1; i <= 50; i++) {
            assertThat(post(browser, URLENCODED, i, OURS)).isEqualTo(200);
            assertThat(service("portal").last().bodyLength()).isEqualTo(i);
        }
    }

    @Test
    void anOlderBrowserIsBelievedByItsOrigin() {
        HttpCaller browser = caller().signIn(ISSUER);

        assertThat(post(browser, URLENCODED, 3, "Origin", "http://127.0.0.1:8080"))
                .isEqualTo(200);
        assertThat(service("portal").last().bodyLength()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Sec-Fetch-Site, ''",
        "Origin, http://127.0.0.1:8081",
        "Origin, https://127.0.0.1:8080",
        "Origin, null",
        "Referer, http://127.0.0.1:8080/en/",
        "X-Other, nothing at all"
    })
    void aFormOfAnotherSiteIsRefused(String header, String value) {
        HttpCaller browser = caller().signIn(ISSUER);

        var answer = browser.form("/en/applications", "a=1", header, value);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("csrf-token-missing");
        assertThat(service("portal").receivedNothing()).isTrue();
    }

    @Test
    void whatTheBrowserSaysOfTheSiteCountsMoreThanTheOrigin() {
        HttpCaller browser = caller().signIn(ISSUER);

        assertThat(browser.form("/en/x", "a=1", "Sec-Fetch-Site", "cross-site", "Origin", "http://127.0.0.1:8080")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void soIsEveryOtherChange(String method) {
        HttpCaller browser = caller().signIn(ISSUER);

        assertThat(browser.send(method, "/fr/x", BodyPublishers.ofString("a=1"), "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theApiTakesItsTokenFromTheHeaderOnly() {
        HttpCaller browser = caller().signIn(ISSUER);
        browser.get("/v1/companies");
        String token = browser.cookie("XSRF-TOKEN");

        assertThat(browser.form("/v1/companies", "_csrf=" + token, OURS).problem())
                .isEqualTo("csrf-token-missing");
        assertThat(browser.form("/v1/companies", "a=1", "X-XSRF-TOKEN", token).status())
                .isEqualTo(200);
        assertThat(service("enrolment").last().bodyLength()).isEqualTo(3);
    }

    @Test
    void aFormOfSomebodyWhoHasNotSignedInIsNotPassedOn() {
        assertThat(caller().form("/en/applications", "a=1", OURS).problem()).isEqualTo("not-signed-in");
        assertThat(service("portal").receivedNothing()).isTrue();
    }

    private static int post(HttpCaller browser, String type, int size, String... header) {
        return browser.send(
                        "POST",
                        "/en/applications",
                        BodyPublishers.ofByteArray(new byte[size]),
                        header[0],
                        header[1],
                        "Content-Type",
                        type)
                .status();
    }
}
