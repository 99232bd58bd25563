package org.trustedtrader.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.RestClientException;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.token.AccessToken;

/** What services promise about their calls to the identity provider, against a real HTTP server. */
class IdentityProviderClientTest {

    private static final String SECRET_TOKEN = "eyJ.a-callers+token.sig";
    private static final String GRANT =
            "{\"access_token\":\"granted-%d\",\"token_type\":\"Bearer\",\"expires_in\":300,\"scope\":\"email\"}";

    /** One prepared answer; one that stalls never sends its last bytes. */
    private record Answer(int status, String contentType, String body, boolean stalls) {}

    private final AtomicInteger requests = new AtomicInteger();
    private final Set<String> forms = ConcurrentHashMap.newKeySet();
    private final Set<String> credentials = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Answer answer = new Answer(200, "application/json", GRANT, false);
    private volatile Instant now = Instant.now();
    private final InstantSource clock = () -> now;
    private HttpServer server;
    private IdentityProviderClient client;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        var realm = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realm");
        var settings = new SecurityProperties(realm, null, "ttp-api", "a:service", "p%ss w+rd");
        client = new IdentityProviderClient(settings, Duration.ofSeconds(2), Duration.ofMillis(400));
    }

    @AfterEach
    void stopServer() {
        end.countDown();
        server.stop(0);
        SecurityContextHolder.clearContext();
    }

    @Test
    void aServiceSignsInWithItsEncodedCredentials() {
        assertThat(client.serviceToken().getTokenValue()).isEqualTo("granted-1");
        assertThat(forms).containsExactly("/realm/protocol/openid-connect/token grant_type=client_credentials");
        assertThat(credentials).containsExactly("a%3Aservice:p%25ss+w%2Brd");
    }

    @Test
    void aTokenIsKeptUntilThirtySecondsBeforeItExpires() {
        var tokens = new ClientCredentialsTokens(client, clock);
        assertThat(tokens.token()).isEqualTo("granted-1");
        now = now.plusSeconds(265);
        assertThat(tokens.token()).isEqualTo("granted-1");
        now = now.plusSeconds(10);
        assertThat(tokens.token()).isEqualTo("granted-2");
    }

    @Test
    void manyCallersFetchOneToken() throws InterruptedException, ExecutionException {
        var tokens = new ClientCredentialsTokens(client, clock);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                calls.add(tokens::token);
            }
            for (Future<String> call : callers.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo("granted-1");
            }
        }
        assertThat(requests).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503|application/json|{}",
                "401|application/json|{\"error\":\"invalid_client\"}",
                "400|application/json|{\"error\":\"unauthorized_client\"}",
                "302|application/json|{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":300}",
                "200|application/json|{}",
                "200|application/json|''",
                "200|application/json|no json",
                "200|text/html|<p>maintenance</p>",
            })
    void noTokenIsUnavailable(int status, String contentType, String body) {
        answer = new Answer(status, contentType, body, false);
        var tokens = new ClientCredentialsTokens(client, clock);
        assertThatExceptionOfType(Refusal.Unavailable.class).isThrownBy(tokens::token);
        answer = new Answer(200, "application/json", GRANT, false);
        assertThat(tokens.token()).isEqualTo("granted-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503|application/json|{\"active\":true}",
                "302|application/json|{\"active\":true}",
                "204|application/json|''",
                "200|application/json|no json",
                "200|text/html|<p>active: true</p>",
            })
    void anUnreadableAnswerGrantsNothingAndLetsThroughARemoval(int status, String contentType, String body) {
        answer = new Answer(status, contentType, body, false);
        var accounts = new IntrospectingAccountStatus(client);
        Actor officer = signedIn();
        assertThatExceptionOfType(Refusal.Unavailable.class).isThrownBy(() -> accounts.beforeGranting(officer));
        accounts.beforeRemoving(officer);
        assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> client.isActive(SECRET_TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"active\":false}", "{}", "[true]", "true", "null", ""})
    void anAnswerThatDoesNotSayActiveRefusesBoth(String body) {
        answer = new Answer(200, "application/json", body, false);
        var accounts = new IntrospectingAccountStatus(client);
        Actor officer = signedIn();
        assertThatExceptionOfType(Refusal.NotAllowed.class).isThrownBy(() -> accounts.beforeGranting(officer));
        assertThatExceptionOfType(Refusal.NotAllowed.class).isThrownBy(() -> accounts.beforeRemoving(officer));
    }

    @Test
    void anActiveTokenPassesWhateverElseTheAnswerSays() {
        answer = new Answer(200, "application/json;charset=UTF-8", "{\"active\":true,\"exp\":\"soon\"}", false);
        Actor officer = signedIn();
        new IntrospectingAccountStatus(client).beforeGranting(officer);
        assertThat(forms)
                .containsExactly("/realm/protocol/openid-connect/token/introspect token=eyJ.a-callers%2Btoken.sig");
        assertThat(credentials).containsExactly("a%3Aservice:p%25ss+w%2Brd");
    }

    @Test
    @Timeout(20)
    void anAnswerThatNeverEndsIsGivenUp() {
        answer = new Answer(200, "application/json", "{\"active\":true", true);
        assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> client.isActive(SECRET_TOKEN));
        var tokens = new ClientCredentialsTokens(client, clock);
        assertThatExceptionOfType(Refusal.Unavailable.class).isThrownBy(tokens::token);
    }

    @Test
    void noLogHoldsATokenOrTheSecret() {
        var root = (Logger) LoggerFactory.getLogger("org");
        var logged = new ListAppender<ILoggingEvent>();
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(logged);
        logged.start();
        try {
            new ClientCredentialsTokens(client, clock).token();
            answer = new Answer(200, "application/json", "{\"active\":true}", false);
            client.isActive(SECRET_TOKEN);
            answer = new Answer(503, "text/plain", "nothing", false);
            assertThatThrownBy(() -> client.isActive(SECRET_TOKEN)).hasMessageNotContaining("token.sig");
        } finally {
            root.detachAppender(logged);
            root.setLevel(before);
        }
        assertThat(logged.list)
                .isNotEmpty()
                .noneMatch(event -> event.getFormattedMessage().contains("token.sig")
                        || event.getFormattedMessage().contains("granted-1")
                        || event.getFormattedMessage().contains("ss w"));
    }

    private static Actor signedIn() {
        var actor = new Actor("user:paul", Set.of("approver"), Optional.empty());
        var token = new AccessToken(SECRET_TOKEN, actor, Instant.now().plusSeconds(60), Map.of());
        SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(token));
        return actor;
    }

    private void answer(HttpExchange exchange) throws IOException {
        int number = requests.incrementAndGet();
        forms.add(exchange.getRequestURI() + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        credentials.add(new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8));
        Answer given = answer;
        byte[] body = given.body().formatted(number).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", given.contentType());
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        if (given.stalls()) {
            exchange.sendResponseHeaders(given.status(), body.length + 100L);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
            await();
        } else {
            exchange.sendResponseHeaders(given.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
        exchange.close();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
