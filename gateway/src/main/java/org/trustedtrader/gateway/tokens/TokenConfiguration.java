package org.trustedtrader.gateway.tokens;

import java.net.URI;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.gateway.config.IdentityProperties;
import org.trustedtrader.platform.token.IssuerKeys;
import org.trustedtrader.platform.token.IssuerKeysClient;
import org.trustedtrader.platform.token.TokenValidator;

/** The platform's own validation of access tokens, with its cache. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    IssuerKeys issuerKeys(IdentityProperties identity) {
        return new IssuerKeys(new IssuerKeysClient(URI.create(identity.back("certs"))), InstantSource.system());
    }

    @Bean
    TokenValidator tokenValidator(IdentityProperties identity, IssuerKeys keys) {
        return new TokenValidator(identity.issuer().toString(), identity.audience(), keys, InstantSource.system());
    }
}
