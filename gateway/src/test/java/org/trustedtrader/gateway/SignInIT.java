package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.trustedtrader.gateway.support.Browser;
import org.trustedtrader.gateway.support.RealKeycloak;
import org.trustedtrader.gateway.support.StubService;

/** A person with a browser, the real Keycloak with the demo's realm, and the gateway between them. */
class SignInIT {

    private static final String ADDRESS = RealKeycloak.gatewayUrl();

    private static StubService enrolment;
    private static ConfigurableApplicationContext gateway;

    @BeforeAll
    static void start() {
        enrolment = StubService.running("enrolment");
        gateway = new SpringApplication(GatewayApplication.class)
                .run(
                        "--spring.profiles.active=demo",
                        "--server.port=" + RealKeycloak.gatewayPort(),
                        "--management.server.port=0",
                        "--ttp.security.issuer=" + RealKeycloak.realm(),
                        "--ttp.services.enrolment.url=" + enrolment.url());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        enrolment.close();
    }

    @Test
    void aPersonSignsInTriesARequestAndSignsOutEverywhere() throws IOException {
        try (Browser browser = new Browser()) {
            HtmlPage first = browser.signIn(ADDRESS + "/", "carla.owner");
            assertThat(first.getElementById("user-name").getTextContent()).isEqualTo("carla.owner");
            assertThat(first.getElementById("belongs").getTextContent()).isEqualTo("123456782");
            assertThat(first.getElementById("roles").getTextContent()).contains("account owner");

            assertThat(tryIt(browser, browser.cookie("XSRF-TOKEN")).getStatusCode())
                    .isEqualTo(200);
            assertThat(enrolment.last().header("Authorization")).startsWith("Bearer eyJ");
            assertThat(tryIt(browser, "").getStatusCode()).isEqualTo(403);

            HtmlPage goodbye = ((HtmlElement) first.getElementById("sign-out")).click();
            assertThat(goodbye.getUrl().getPath()).isEqualTo("/signed-out");
            assertThat(goodbye.asNormalizedText()).contains("You have signed out");
            assertThat(tryIt(browser, browser.cookie("XSRF-TOKEN")).getStatusCode())
                    .isEqualTo(401);
            HtmlPage again = browser.open(ADDRESS + "/");
            assertThat(again.getElementById("password")).isNotNull();
        }
    }

    @Test
    void anOfficerSeesRolesInsteadOfACompany() throws IOException {
        try (Browser browser = new Browser()) {
            HtmlPage first = browser.signIn(ADDRESS + "/", "erin.everything");

            assertThat(first.getElementById("belongs").getTextContent()).isEqualTo("the programme");
            assertThat(first.getElementById("roles").getTextContent())
                    .contains("approver", "assessor", "intake officer", "validator")
                    .doesNotContain("default");
        }
    }

    @Test
    void theApiDocumentationIsThereForThoseWhoSignedIn() throws IOException {
        try (Browser browser = new Browser()) {
            browser.signIn(ADDRESS + "/docs/", "audrey.auditor");

            assertThat(text(browser, "/docs/")).contains("/assets/docs.js");
            assertThat(text(browser, "/assets/docs.js")).contains("X-XSRF-TOKEN");
            assertThat(text(browser, "/docs/config.json")).contains("/docs/enrolment", "/docs/benefits");
            assertThat(text(browser, "/docs/enrolment")).contains("\"servers\":[{\"url\":\"/\"}]");
            assertThat(text(browser, "/docs/ui/swagger-ui-bundle.js")).hasSizeGreaterThan(100_000);
        }
    }

    @Test
    void twoTabsEndOnTheHomePageWhicheverSignsIn() throws IOException {
        try (Browser browser = new Browser()) {
            HtmlPage one = browser.open(ADDRESS + "/");
            HtmlPage two = browser.open(ADDRESS + "/");

            HtmlPage first = browser.fillIn(one, "carla.owner");
            assertThat(first.getUrl()).hasToString(ADDRESS + "/");
            HtmlPage second = browser.fillIn(two, "carla.owner");
            assertThat(second.getUrl()).hasToString(ADDRESS + "/");
            assertThat(second.getElementById("user-name").getTextContent()).isEqualTo("carla.owner");
        }
    }

    @Test
    void aSessionThatEndsAtKeycloakEndsHereWithinSeconds() throws IOException {
        try (Browser browser = new Browser()) {
            browser.signIn(ADDRESS + "/", "carl.user");
            assertThat(browser.open(ADDRESS + "/v1/companies").getWebResponse().getStatusCode())
                    .isEqualTo(200);

            HtmlPage confirm = browser.open(RealKeycloak.openId("logout"));
            ((HtmlElement) confirm.getElementById("kc-logout")).click();
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(browser.open(ADDRESS + "/v1/companies")
                                    .getWebResponse()
                                    .getStatusCode())
                            .isEqualTo(401));
        }
    }

    /** What the documentation's "Execute" button sends. */
    private static WebResponse tryIt(Browser browser, String csrf) throws IOException {
        WebRequest request =
                new WebRequest(URI.create(ADDRESS + "/v1/companies").toURL(), HttpMethod.POST);
        request.setAdditionalHeader("X-XSRF-TOKEN", csrf);
        request.setAdditionalHeader("Content-Type", "application/json");
        request.setAdditionalHeader("Accept", "application/json");
        request.setRequestBody("{}");
        return browser.client().getPage(request).getWebResponse();
    }

    private static String text(Browser browser, String path) throws IOException {
        Page page = browser.open(ADDRESS + path);
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(200);
        return page.getWebResponse().getContentAsString();
    }
}
