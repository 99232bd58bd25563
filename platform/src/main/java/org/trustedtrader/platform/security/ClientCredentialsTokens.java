package org.trustedtrader.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Keeps this service's token until shortly before it expires. One thread fetches the next one; the others wait for it, which
 * Spring Security's authorized-client manager does not promise.
 */
final class ClientCredentialsTokens implements ServiceTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ClientCredentialsTokens.class);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final IdentityProviderClient identityProvider;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable OAuth2AccessToken kept;

    ClientCredentialsTokens(IdentityProviderClient identityProvider, InstantSource clock) {
        this.identityProvider = identityProvider;
        this.clock = clock;
    }

    @Override
    public String token() {
        OAuth2AccessToken current = kept;
        if (current != null && isFresh(current)) {
            return current.getTokenValue();
        }
        lock.lock();
        try {
            current = kept;
            if (current == null || !isFresh(current)) {
                current = fetch();
                kept = current;
            }
            return current.getTokenValue();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFresh(OAuth2AccessToken token) {
        Instant expires = token.getExpiresAt();
        return expires != null && clock.instant().isBefore(expires.minus(MARGIN));
    }

    private OAuth2AccessToken fetch() {
        try {
            return identityProvider.serviceToken();
        } catch (OAuth2AuthorizationException e) {
            LOG.warn("service-token result=unavailable cause=\"{}\"", e.getMessage());
            throw new Refusal.Unavailable(Message.of("account.provider-unavailable"));
        }
    }
}
