package org.trustedtrader.gateway.tokens;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.trustedtrader.gateway.config.IdentityProperties;
import reactor.core.publisher.Mono;

/** Puts the checks of bearer tokens together. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    JWKSource<SecurityContext> signingKeys(IdentityProperties settings) {
        return new SigningKeys(new HttpKeySource(settings.back("certs")), Clock.systemUTC());
    }

    @Bean
    CachingJwtDecoder accessTokens(IdentityProperties settings, JWKSource<SecurityContext> keys) {
        Clock clock = Clock.systemUTC();
        return new CachingJwtDecoder(TokenValidation.decoder(settings, keys, clock), clock, Ticker.systemTicker());
    }

    @Bean
    JwtReactiveAuthenticationManager tokenHolders(CachingJwtDecoder accessTokens) {
        JwtReactiveAuthenticationManager manager = new JwtReactiveAuthenticationManager(accessTokens);
        manager.setJwtAuthenticationConverter(token -> Mono.just(holder(token)));
        return manager;
    }

    /** Whom a checked token stands for. */
    static JwtAuthenticationToken holder(Jwt token) {
        return new JwtAuthenticationToken(token, roles(token));
    }

    private static Collection<GrantedAuthority> roles(Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        return roles == null
                ? List.of()
                : roles.stream()
                        .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                        .toList();
    }
}
