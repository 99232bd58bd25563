package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.htmlunit.FailingHttpStatusCodeException;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.trustedtrader.gateway.support.StubService;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.LocalPort;
import org.trustedtrader.local.PlatformPlan;
import org.trustedtrader.local.Progress;

/** A person with a browser, the real Keycloak with the demo's realm, and the gateway between them. */
class SignInIT {

    @TempDir
    private static Path state;

    private static LocalPlatform platform;
    private static StubService enrolment;
    private static ConfigurableApplicationContext gateway;
    private static String address;

    @BeforeAll
    static void start() {
        platform = PlatformPlan.in(state).only("keycloak").onFreePorts().platform();
        platform.start(Progress.SILENT);
        enrolment = StubService.running("enrolment");
        address = platform.settings().gatewayUrl();
        gateway = new SpringApplication(GatewayApplication.class)
                .run(
                        "--spring.profiles.active=demo",
                        "--server.port=" + platform.settings().port(LocalPort.GATEWAY),
                        "--management.server.port=0",
                        "--ttp.security.issuer=" + platform.settings().issuer(),
                        "--ttp.services.enrolment.url=" + enrolment.url());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        enrolment.close();
        platform.close();
    }

    @Test
    void aPersonSignsInTriesARequestAndSignsOutEverywhere() throws IOException {
        try (WebClient browser = browser()) {
            HtmlPage first = signIn(browser, "carla.owner");
            assertThat(first.getElementById("user-name").getTextContent()).isEqualTo("carla.owner");
            assertThat(first.getElementById("belongs").getTextContent()).isEqualTo("123456782");
            assertThat(first.getElementById("roles").getTextContent()).contains("account owner");

            assertThat(tryIt(browser, csrf(browser)).getStatusCode()).isEqualTo(200);
            assertThat(enrolment.last().header("Authorization")).startsWith("Bearer eyJ");
            assertThat(tryIt(browser, "").getStatusCode()).isEqualTo(403);

            HtmlPage goodbye = ((HtmlElement) first.getElementById("sign-out")).click();
            assertThat(goodbye.getUrl().getPath()).isEqualTo("/signed-out");
            assertThat(goodbye.asNormalizedText()).contains("You have signed out");
            assertThat(askedForAPassword(browser)).isTrue();
        }
    }

    @Test
    void anOfficerSeesRolesInsteadOfACompany() throws IOException {
        try (WebClient browser = browser()) {
            HtmlPage first = signIn(browser, "erin.everything");

            assertThat(first.getElementById("belongs").getTextContent()).isEqualTo("the programme");
            assertThat(first.getElementById("roles").getTextContent())
                    .contains("approver", "assessor", "intake officer", "validator")
                    .doesNotContain("default");
        }
    }

    @Test
    void theApiDocumentationIsThereForThoseWhoSignedIn() throws IOException {
        try (WebClient browser = browser()) {
            signIn(browser, "audrey.auditor");

            assertThat(text(browser, "/docs/")).contains("/assets/docs.js");
            assertThat(text(browser, "/docs/config.json")).contains("/docs/enrolment", "/docs/benefits");
            assertThat(text(browser, "/docs/enrolment")).contains("\"servers\":[{\"url\":\"/\"}]");
            assertThat(text(browser, "/docs/ui/swagger-ui-bundle.js")).hasSizeGreaterThan(100_000);
        }
    }

    /** Java's HTTP clients do not send Secure cookies to http://127.0.0.1, as browsers do; Keycloak's cookies are such. */
    private static WebClient browser() {
        WebClient browser = new WebClient();
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        browser.setCookieManager(new LoopbackIsSecure());
        return browser;
    }

    private static HtmlPage signIn(WebClient browser, String user) throws IOException {
        HtmlPage form = browser.getPage(address + "/");
        assertThat(form.getUrl().toString()).startsWith(platform.settings().issuer());
        ((HtmlInput) form.getElementById("username")).setValue(user);
        ((HtmlInput) form.getElementById("password")).setValue("demo-only-" + user);
        return ((HtmlElement) form.getElementById("kc-login")).click();
    }

    private static boolean askedForAPassword(WebClient browser) throws IOException {
        HtmlPage page = browser.getPage(address + "/");
        return page.getElementById("password") != null;
    }

    private static String csrf(WebClient browser) {
        return browser.getCookieManager().getCookie("XSRF-TOKEN").getValue();
    }

    /** What the documentation's "Execute" button sends. */
    private static org.htmlunit.WebResponse tryIt(WebClient browser, String csrf) throws IOException {
        WebRequest request =
                new WebRequest(URI.create(address + "/v1/companies").toURL(), HttpMethod.POST);
        request.setAdditionalHeader("X-XSRF-TOKEN", csrf);
        request.setAdditionalHeader("Content-Type", "application/json");
        request.setAdditionalHeader("Accept", "application/json");
        request.setRequestBody("{}");
        return browser.getPage(request).getWebResponse();
    }

    private static String text(WebClient browser, String path) throws IOException, FailingHttpStatusCodeException {
        Page page = browser.getPage(address + path);
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(200);
        return page.getWebResponse().getContentAsString();
    }
}
