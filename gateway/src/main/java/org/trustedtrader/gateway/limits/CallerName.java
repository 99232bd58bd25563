package org.trustedtrader.gateway.limits;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.trustedtrader.platform.token.AccessToken;

/** The name of a caller in limits and logs: {@code user:<sub>} or {@code client:<azp>}, as in the services' histories. */
public final class CallerName {

    private CallerName() {}

    public static String of(Authentication caller) {
        return switch (caller.getPrincipal()) {
            case OidcUser person -> "user:" + person.getSubject();
            case AccessToken token -> token.actor().id();
            case null, default -> "other:" + caller.getName();
        };
    }
}
