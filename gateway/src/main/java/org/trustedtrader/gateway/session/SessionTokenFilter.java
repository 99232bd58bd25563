package org.trustedtrader.gateway.session;

import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.trustedtrader.gateway.config.IdentityProperties;
import org.trustedtrader.gateway.problems.GatewayProblems;
import org.trustedtrader.gateway.problems.ProblemException;
import org.trustedtrader.gateway.tokens.AccessTokenAuthentication;
import reactor.core.publisher.Mono;

/**
 * Lets a session's request go on with the session's access token, renewed where it has run out. A program's own token is
 * passed on as it is. A request with neither goes nowhere.
 */
@Component
@Order(-40)
final class SessionTokenFilter implements GlobalFilter {

    private static final Set<String> OVER = Set.of("invalid_grant", "client_authorization_required");

    private final ReactiveOAuth2AuthorizedClientManager tokens;

    SessionTokenFilter(ReactiveOAuth2AuthorizedClientManager tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .flatMap(caller -> withToken(exchange, caller))
                .switchIfEmpty(Mono.error(() -> new ProblemException(GatewayProblems.notSignedIn())))
                .flatMap(chain::filter);
    }

    private Mono<ServerWebExchange> withToken(ServerWebExchange exchange, Authentication caller) {
        return switch (caller) {
            case AccessTokenAuthentication program -> Mono.just(exchange);
            case OAuth2AuthenticationToken person -> relayed(exchange, person);
            default -> Mono.empty();
        };
    }

    private Mono<ServerWebExchange> relayed(ServerWebExchange exchange, OAuth2AuthenticationToken person) {
        OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId(
                        IdentityProperties.REGISTRATION)
                .principal(person)
                .attribute(ServerWebExchange.class.getName(), exchange)
                .build();
        return tokens.authorize(request)
                .onErrorResume(
                        ClientAuthorizationException.class,
                        refused -> ended(refused) ? signedOutElsewhere(exchange) : Mono.error(notRenewed()))
                .map(OAuth2AuthorizedClient::getAccessToken)
                .map(token -> exchange.mutate()
                        .request(it -> it.headers(headers -> headers.setBearerAuth(token.getTokenValue())))
                        .build());
    }

    /** Keycloak said no; anything else only means that it cannot answer now, which is no reason to sign anybody out. */
    private static boolean ended(ClientAuthorizationException refused) {
        return OVER.contains(refused.getError().getErrorCode());
    }

    private static ProblemException notRenewed() {
        return new ProblemException(GatewayProblems.notRenewed());
    }

    /** Keycloak does not renew the token any more: its session is over, so ours is too. */
    private static Mono<OAuth2AuthorizedClient> signedOutElsewhere(ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(WebSession::invalidate)
                .then(Mono.error(() -> new ProblemException(GatewayProblems.sessionOver())));
    }
}
