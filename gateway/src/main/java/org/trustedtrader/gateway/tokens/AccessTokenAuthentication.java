package org.trustedtrader.gateway.tokens;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.trustedtrader.platform.token.AccessToken;

/** A program, known by the access token that it has sent. */
public final class AccessTokenAuthentication extends AbstractAuthenticationToken {

    private final transient AccessToken token;

    AccessTokenAuthentication(AccessToken token) {
        super(token.actor().roles().stream().map(SimpleGrantedAuthority::new).toList());
        this.token = token;
        setAuthenticated(true);
    }

    @Override
    public AccessToken getPrincipal() {
        return token;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return token.actor().id();
    }
}
