package org.trustedtrader.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import reactor.core.publisher.Mono;

/**
 * Uses a refresh token once, because Keycloak takes a second use for a theft and ends the session. Requests of one session
 * that find its access token expired at the same time, or shortly after each other, share one answer. A failure is not kept.
 */
public final class RefreshTokenClient
        implements ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> {

    /** Longer than a request can hold on to the token that it found in the session. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client;
    private final Cache<String, Mono<OAuth2AccessTokenResponse>> answers =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(KEPT).build();

    public RefreshTokenClient(ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client) {
        this.client = client;
    }

    @Override
    public Mono<OAuth2AccessTokenResponse> getTokenResponse(OAuth2RefreshTokenGrantRequest request) {
        String token = request.getRefreshToken().getTokenValue();
        return answers.get(
                token,
                it -> client.getTokenResponse(request)
                        .doOnError(failure -> answers.invalidate(token))
                        .cache());
    }
}
