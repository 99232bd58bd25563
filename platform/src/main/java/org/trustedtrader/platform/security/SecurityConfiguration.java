package org.trustedtrader.platform.security;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.trustedtrader.platform.token.IssuerKeys;
import org.trustedtrader.platform.token.IssuerKeysClient;
import org.trustedtrader.platform.token.TokenValidator;
import org.trustedtrader.platform.tracing.TraceContext;
import org.trustedtrader.platform.web.CurrentCaller;
import org.trustedtrader.platform.web.ProblemWriter;
import tools.jackson.databind.json.JsonMapper;

/** Makes every service a resource server that denies by default and keeps no sessions. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityConfiguration {

    @Bean
    IdentityProviderClient identityProviderClient(SecurityProperties settings) {
        return new IdentityProviderClient(settings);
    }

    @Bean
    TokenValidator tokenValidator(SecurityProperties settings) {
        InstantSource clock = InstantSource.system();
        var keys = new IssuerKeys(
                new IssuerKeysClient(URI.create(settings.realm() + "/protocol/openid-connect/certs")), clock);
        return new TokenValidator(settings.issuer().toString(), settings.audience(), keys, clock);
    }

    @Bean
    CallerAuthenticator callerAuthenticator(TokenValidator tokens, AccessTableAuthorizationManager table) {
        return new CallerAuthenticator(tokens, table.table());
    }

    @Bean
    AccountStatus liveAccounts(IdentityProviderClient identityProvider) {
        return new IntrospectingAccountStatus(identityProvider);
    }

    @Bean
    ServiceTokens serviceTokens(IdentityProviderClient identityProvider) {
        return new ClientCredentialsTokens(identityProvider, InstantSource.system());
    }

    @Bean
    ServiceRequestInterceptor serviceCalls(ServiceTokens tokens, TraceContext traces) {
        return new ServiceRequestInterceptor(tokens, traces);
    }

    @Bean
    CurrentCaller currentCaller() {
        return () -> {
            if (SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication caller) {
                return caller.actor();
            }
            throw new AuthenticationCredentialsNotFoundException("Nobody has signed in.");
        };
    }

    /** One span and one timer a request are kept by the servlet filter; one for each security filter tells nothing more. */
    @Bean
    SecurityObservationSettings noObservationsOfSecurity() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    AccessTableAuthorizationManager tableCheck(
            AccessTable ofTheService, @Value("${spring.application.name}") String service) {
        return new AccessTableAuthorizationManager(ofThePlatform(service).and(ofTheService));
    }

    @Bean
    OpenApiFilter openApiFilter(JsonMapper json, AccessTableAuthorizationManager table, CurrentCaller caller) {
        return new OpenApiFilter(json, table, caller);
    }

    @Bean
    SecurityProblemHandler securityProblems(ProblemWriter writer, AccessTableAuthorizationManager table) {
        return new SecurityProblemHandler(writer, table);
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AccessTableAuthorizationManager table,
            SecurityProblemHandler problems,
            TokenValidator tokens) {
        AuthenticationManager manager = new TokenAuthenticationManager(tokens);
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .access(table))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new HeaderTokenResolver())
                        .authenticationManagerResolver(request -> manager)
                        .withObjectPostProcessor(new AuthenticationErrorFilter(problems))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    /** The endpoints that the platform itself gives to every service. */
    private static AccessTable ofThePlatform(String service) {
        String operations = "/v1/operations/" + service + "/**";
        return AccessTable.builder()
                .allowEveryMethod("/internal/**", "service")
                .allow(HttpMethod.GET, operations, "operator", "auditor")
                .allow(HttpMethod.POST, operations, "operator")
                .allow(HttpMethod.PUT, operations, "operator")
                .allow(HttpMethod.DELETE, operations, "operator")
                .allowAuthenticated(HttpMethod.GET, "/v3/api-docs")
                .allowAuthenticated(HttpMethod.GET, "/v3/api-docs/**")
                .build();
    }

    /** Lets the token filter answer by itself also when keys cannot be fetched, which it would otherwise turn into a 500. */
    private static final class AuthenticationErrorFilter
            implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

        private final SecurityProblemHandler problems;

        AuthenticationErrorFilter(SecurityProblemHandler problems) {
            this.problems = problems;
        }

        @Override
        public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(problems);
            return filter;
        }
    }
}
