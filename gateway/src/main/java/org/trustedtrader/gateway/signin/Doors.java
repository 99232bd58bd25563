package org.trustedtrader.gateway.signin;

import static org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.trustedtrader.gateway.GatewaySettings;
import org.trustedtrader.gateway.ManagementPort;
import org.trustedtrader.gateway.problem.Problem;
import org.trustedtrader.gateway.problem.Problems;
import org.trustedtrader.gateway.route.RoutePaths;
import reactor.core.publisher.Mono;

/**
 * The doors. The port for health questions has its own. Whatever is not in the route table does not exist. A request with
 * an Authorization header is a program's: it stands by its token alone, and a session is not even looked at. Everything
 * else is a browser's.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final String[] OPEN = {SignOut.SIGNED_OUT, "/assets/**"};
    private static final String[] PAGES = {
        "/", "/docs", "/docs/", "/docs/config.json", "/docs/ui/**", Portal.SIGN_IN, Portal.RETURN, SignOut.PATH
    };

    private final Problems problems;
    private final SecurityHeaders headers;

    Doors(Problems problems, SecurityHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    @Bean
    @Order(0)
    SecurityWebFilterChain management(ServerHttpSecurity http, ManagementPort port) {
        return stateless(http)
                .securityMatcher(exchange -> port.received(exchange) ? MatchResult.match() : MatchResult.notMatch())
                .authorizeExchange(it -> it.pathMatchers("/actuator/**")
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .exceptionHandling(this::nothingIsThere)
                .build();
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain nothingThere(ServerHttpSecurity http, RoutePaths routes) {
        String[] known = Stream.of(routes.all().stream(), Stream.of(OPEN), Stream.of(PAGES))
                .flatMap(it -> it)
                .toArray(String[]::new);
        return stateless(http)
                .securityMatcher(new NegatedServerWebExchangeMatcher(ServerWebExchangeMatchers.pathMatchers(known)))
                .authorizeExchange(it -> it.anyExchange().denyAll())
                .exceptionHandling(this::nothingIsThere)
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain programs(
            ServerHttpSecurity http, RoutePaths routes, JwtReactiveAuthenticationManager tokens, RefuseProgram refuse) {
        return stateless(http)
                .securityMatcher(Doors::hasAuthorization)
                .authorizeExchange(it -> it.pathMatchers(routes.array())
                        .authenticated()
                        .anyExchange()
                        .denyAll())
                .oauth2ResourceServer(
                        it -> it.jwt(jwt -> jwt.authenticationManager(tokens)).authenticationEntryPoint(refuse))
                .exceptionHandling(it -> {
                    nothingIsThere(it);
                    it.authenticationEntryPoint(refuse);
                })
                .build();
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain browsers(
            ServerHttpSecurity http,
            GatewaySettings gateway,
            AskToSignIn askToSignIn,
            SignOut signOut,
            ReactiveClientRegistrationRepository registrations) {
        CookieServerCsrfTokenRepository csrf = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        csrf.setCookieCustomizer(it -> it.secure(gateway.https()).sameSite("Strict"));
        return http.headers(headers)
                .csrf(it -> it.csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(new FormOrHeaderCsrf())
                        .accessDeniedHandler((exchange, reason) -> signedIn(exchange)
                                .flatMap(yes -> problems.write(
                                        exchange, yes ? Problem.noCsrfToken() : Problem.notSignedIn(AskToSignIn.HOW)))))
                .addFilterAfter(new CsrfCookie(), SecurityWebFiltersOrder.CSRF)
                .authorizeExchange(
                        it -> it.pathMatchers(OPEN).permitAll().anyExchange().authenticated())
                .oauth2Login(it -> it.authenticationSuccessHandler(new Welcome(gateway.sessionIdle()))
                        .authenticationFailureHandler(
                                new RedirectServerAuthenticationFailureHandler(SignOut.SIGNED_OUT + "?failed")))
                .exceptionHandling(it -> it.authenticationEntryPoint(askToSignIn))
                .logout(it -> signOut.configure(it, registrations))
                .build();
    }

    /** The firewall refuses addresses such as {@code //}, {@code /a/../b} or {@code /a;b} before any door is chosen. */
    @Bean
    ServerExchangeRejectedHandler malformedAddresses() {
        return (exchange, reason) -> problems.write(
                exchange, Problem.malformed("The address or a header has characters that are not allowed."));
    }

    private ServerHttpSecurity stateless(ServerHttpSecurity http) {
        return http.headers(headers)
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(it -> it.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    }

    private void nothingIsThere(ServerHttpSecurity.ExceptionHandlingSpec refusals) {
        refusals.authenticationEntryPoint((exchange, reason) -> problems.write(exchange, Problem.notFound()))
                .accessDeniedHandler((exchange, reason) -> problems.write(exchange, Problem.notFound()));
    }

    private static Mono<Boolean> signedIn(ServerWebExchange exchange) {
        return exchange.getSession()
                .map(session -> session.getAttributes().containsKey(DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME));
    }

    private static Mono<MatchResult> hasAuthorization(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                ? MatchResult.match()
                : MatchResult.notMatch();
    }
}
