package org.trustedtrader.platform.security;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.trustedtrader.platform.aggregate.Actor;

/** A caller whose token was checked, with the actor that the token speaks for. */
final class ActorAuthentication extends JwtAuthenticationToken {

    private final transient Actor actor;

    ActorAuthentication(Jwt token, Actor actor) {
        super(token, authorities(actor.roles()), actor.id());
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }

    private static Set<SimpleGrantedAuthority> authorities(Set<String> roles) {
        return roles.stream().map(SimpleGrantedAuthority::new).collect(Collectors.toUnmodifiableSet());
    }
}
