package org.trustedtrader.gateway.signin;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.web.server.ServerWebExchange;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.session.SignedInSession;
import reactor.core.publisher.Mono;

/**
 * What comes back from Keycloak and does not fit any sign-in that is under way (another tab was faster, the form was left
 * open for too long, the gateway was restarted) leads to the home page if the browser has signed in meanwhile, and begins
 * again by itself otherwise, once. Everything else ends on a page that says so.
 */
final class SignInFailureHandler implements ServerAuthenticationFailureHandler {

    private static final String FAILED = SignInConfigurer.SIGNED_OUT + "?failed";
    private static final String BEGUN_AGAIN = "TTP_SIGNIN_AGAIN";
    private static final Duration ONCE_WITHIN = Duration.ofMinutes(1);

    /** Spring Security's code for a state that is not known. */
    private static final String UNKNOWN_STATE = "authorization_request_not_found";

    /** Of Keycloak, when another tab has signed in meanwhile. */
    private static final String EXPIRED = "authentication_expired";

    private static final Set<String> OUT_OF_STEP = Set.of(UNKNOWN_STATE, OAuth2ErrorCodes.INVALID_GRANT);

    private final GatewayProperties gateway;
    private final DefaultServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();

    SignInFailureHandler(GatewayProperties gateway) {
        this.gateway = gateway;
    }

    @Override
    public Mono<Void> onAuthenticationFailure(WebFilterExchange filter, AuthenticationException reason) {
        ServerWebExchange exchange = filter.getExchange();
        if (!outOfStep(reason)) {
            return to(exchange, FAILED);
        }
        return SignedInSession.of(exchange)
                .hasElement()
                .flatMap(signedIn -> signedIn ? to(exchange, "/") : beginAgain(exchange));
    }

    private static boolean outOfStep(AuthenticationException reason) {
        if (!(reason instanceof OAuth2AuthenticationException refused)) {
            return false;
        }
        OAuth2Error error = refused.getError();
        return OUT_OF_STEP.contains(error.getErrorCode()) || EXPIRED.equals(error.getDescription());
    }

    private Mono<Void> beginAgain(ServerWebExchange exchange) {
        if (exchange.getRequest().getCookies().containsKey(BEGUN_AGAIN)) {
            return to(exchange, FAILED);
        }
        exchange.getResponse()
                .addCookie(ResponseCookie.from(BEGUN_AGAIN, "1")
                        .path(SignInConfigurer.CALLBACK)
                        .httpOnly(true)
                        .secure(gateway.https())
                        .sameSite("Lax")
                        .maxAge(ONCE_WITHIN)
                        .build());
        return to(exchange, SignInConfigurer.SIGN_IN);
    }

    private Mono<Void> to(ServerWebExchange exchange, String page) {
        return redirect.sendRedirect(exchange, URI.create(page));
    }
}
