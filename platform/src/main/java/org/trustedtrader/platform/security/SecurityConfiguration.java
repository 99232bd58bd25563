package org.trustedtrader.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
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
    IdentityProviderClient backChannel(SecurityProperties settings) {
        return new IdentityProviderClient(settings);
    }

    @Bean
    IssuerKeys signingKeys(IdentityProviderClient backChannel) {
        return new IssuerKeys(backChannel::keys, InstantSource.system());
    }

    @Bean
    JwtDecoder jwtDecoder(SecurityProperties settings, JWKSource<SecurityContext> keys) {
        InstantSource clock = InstantSource.system();
        return new CachingJwtDecoder(TokenValidator.decoder(settings, keys, clock), clock);
    }

    /** For servers beside the filter chain; a token that both remember is still not older than a minute for either. */
    @Bean
    CallerAuthenticator callerChecks(
            SecurityProperties settings, JWKSource<SecurityContext> keys, AccessTableAuthorizationManager table) {
        return new CallerAuthenticator(TokenValidator.decoder(settings, keys, InstantSource.system()), table.table());
    }

    @Bean
    AccountStatus liveAccounts(IdentityProviderClient backChannel, JsonMapper json) {
        return new IntrospectingAccountStatus(backChannel, json);
    }

    @Bean
    ServiceTokens serviceTokens(IdentityProviderClient backChannel, JsonMapper json) {
        return new ClientCredentialsTokens(backChannel, json, InstantSource.system());
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
            JwtDecoder decoder) {
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
                        .jwt(
                                jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(new ActorConverter()))
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
}
