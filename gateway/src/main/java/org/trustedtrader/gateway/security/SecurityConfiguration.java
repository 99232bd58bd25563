package org.trustedtrader.gateway.security;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.config.ManagementPort;
import org.trustedtrader.gateway.problems.GatewayProblems;
import org.trustedtrader.gateway.problems.ProblemWriter;
import org.trustedtrader.gateway.routes.RoutePaths;
import org.trustedtrader.gateway.session.SignedInSession;
import org.trustedtrader.gateway.signin.SignInConfigurer;
import org.trustedtrader.gateway.tokens.AccessTokenAuthenticationManager;
import org.trustedtrader.platform.token.BearerToken;
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

    SecurityConfiguration(ProblemWriter problems) {
        this.problems = problems;
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
            AccessTokenAuthenticationManager tokens,
            BearerTokenEntryPoint refuse) {
        return stateless(http)
                .securityMatcher(SecurityConfiguration::hasAuthorization)
                .authorizeExchange(it -> it.pathMatchers(routes.array())
                        .authenticated()
                        .anyExchange()
                        .denyAll())
                .oauth2ResourceServer(it -> it.authenticationManagerResolver(exchange -> Mono.just(tokens))
                        .bearerTokenConverter(SecurityConfiguration::bearerToken)
                        .authenticationEntryPoint(refuse))
                .exceptionHandling(it -> {
                    nothingIsThere(it);
                    it.authenticationEntryPoint(refuse);
                })
                .build();
    }

    /** Keycloak proves itself by what it has signed. */
    @Bean
    @Order(3)
    SecurityWebFilterChain backChannel(ServerHttpSecurity http) {
        return stateless(http)
                .securityMatcher(ServerWebExchangeMatchers.pathMatchers(SignInConfigurer.BACK_CHANNEL_LOGOUT))
                .authorizeExchange(it -> it.pathMatchers(HttpMethod.POST)
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .exceptionHandling(this::nothingIsThere)
                .build();
    }

    @Bean
    @Order(4)
    SecurityWebFilterChain browsers(ServerHttpSecurity http, GatewayProperties gateway, SignInConfigurer signIn) {
        CookieServerCsrfTokenRepository csrf = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        csrf.setCookieCustomizer(it -> it.secure(gateway.https()).sameSite("Strict"));
        http.headers(ServerHttpSecurity.HeaderSpec::disable)
                .csrf(it -> it.csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(new HeaderCsrfTokenRequestHandler())
                        .requireCsrfProtectionMatcher(SecurityConfiguration::changesByApi)
                        .accessDeniedHandler((exchange, reason) -> noProof(exchange)))
                .addFilterBefore(new SameOriginFilter(gateway, this::noProof), SecurityWebFiltersOrder.CSRF)
                .addFilterAfter(new CsrfCookieFilter(), SecurityWebFiltersOrder.CSRF)
                .authorizeExchange(
                        it -> it.pathMatchers(OPEN).permitAll().anyExchange().authenticated());
        return signIn.configure(http).build();
    }

    /** The missing sign-in is reported before every other reason. */
    private Mono<Void> noProof(ServerWebExchange exchange) {
        return SignedInSession.of(exchange)
                .hasElement()
                .flatMap(signedIn -> problems.write(
                        exchange, signedIn ? GatewayProblems.noCsrfToken() : GatewayProblems.notSignedIn()));
    }

    private static Mono<MatchResult> changesByApi(ServerWebExchange exchange) {
        return SameOriginFilter.isApi(exchange.getRequest())
                ? CsrfWebFilter.DEFAULT_CSRF_MATCHER.matches(exchange)
                : MatchResult.notMatch();
    }

    /** From the header only. Spring Security's own converter runs a regular expression over every token. */
    private static Mono<Authentication> bearerToken(ServerWebExchange exchange) {
        String token = BearerToken.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
        return token == null || !BearerToken.isWellFormed(token)
                ? Mono.error(() -> new InvalidBearerTokenException("The Authorization header has no bearer token"))
                : Mono.just(new BearerTokenAuthenticationToken(token));
    }

    private ServerHttpSecurity stateless(ServerHttpSecurity http) {
        return http.headers(ServerHttpSecurity.HeaderSpec::disable)
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(it -> it.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    }

    private void nothingIsThere(ServerHttpSecurity.ExceptionHandlingSpec refusals) {
        refusals.authenticationEntryPoint((exchange, reason) -> problems.write(exchange, GatewayProblems.notFound()))
                .accessDeniedHandler((exchange, reason) -> problems.write(exchange, GatewayProblems.notFound()));
    }

    private static Mono<MatchResult> hasAuthorization(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                ? MatchResult.match()
                : MatchResult.notMatch();
    }

    /** Asks for the CSRF token, which is what makes the cookie appear; Spring Security would wait until a form needs it. */
    private static final class CsrfCookieFilter implements WebFilter {

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
            Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
            return token.then(Mono.defer(() -> chain.filter(exchange)));
        }
    }
}
