package org.trustedtrader.platform.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.token.AccessToken;

/** A caller whose token was checked. Roles are the actor's; the access table asks for them, not for authorities. */
final class ActorAuthentication extends AbstractAuthenticationToken {

    private final transient AccessToken token;

    ActorAuthentication(AccessToken token) {
        super(List.of());
        this.token = token;
        setAuthenticated(true);
    }

    Actor actor() {
        return token.actor();
    }

    AccessToken token() {
        return token;
    }

    @Override
    public Object getPrincipal() {
        return token.actor().id();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
