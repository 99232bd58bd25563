package org.trustedtrader.gateway.security;

import static org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.config.ManagementPort;
import org.trustedtrader.gateway.problems.Problem;
import org.trustedtrader.gateway.problems.ProblemWriter;
import org.trustedtrader.gateway.routes.RoutePaths;
import org.trustedtrader.gateway.signin.SignInConfigurer;
import reactor.core.publisher.Mono;

/**
 * One filter chain for each kind of caller: health checks at the management port, addresses that do not exist, programs
 * (every request with an Authorization header; it stands by its token alone, and a session is never looked at), browsers.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {SignInConfigurer.SIGNED_OUT, "/assets/**"};
    private static final String[] PAGES = {"/", "/docs", "/docs/", "/docs/config.json", "/docs/ui/**"};

    private final ProblemWriter problems;
    private final SecurityHeaders headers;

    SecurityConfiguration(ProblemWriter problems, SecurityHeaders headers) {
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
        String[] known = Stream.of(routes.all().stream(), Stream.of(OPEN), Stream.of(PAGES), SignInConfigurer.paths())
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
            ServerHttpSecurity http,
            RoutePaths routes,
            JwtReactiveAuthenticationManager tokens,
            BearerTokenEntryPoint refuse) {
        return stateless(http)
                .securityMatcher(SecurityConfiguration::hasAuthorization)
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
    SecurityWebFilterChain browsers(ServerHttpSecurity http, GatewayProperties gateway, SignInConfigurer signIn) {
        CookieServerCsrfTokenRepository csrf = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        csrf.setCookieCustomizer(it -> it.secure(gateway.https()).sameSite("Strict"));
        http.headers(headers)
                .csrf(it -> it.csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(new HeaderCsrfTokenRequestHandler())
                        .accessDeniedHandler((exchange, reason) -> signedIn(exchange)
                                .flatMap(yes ->
                                        problems.write(exchange, yes ? Problem.noCsrfToken() : Problem.notSignedIn()))))
                .addFilterAfter(new CsrfCookieFilter(), SecurityWebFiltersOrder.CSRF)
                .authorizeExchange(
                        it -> it.pathMatchers(OPEN).permitAll().anyExchange().authenticated());
        return signIn.configure(http).build();
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
