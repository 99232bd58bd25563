package org.trustedtrader.platform.token;

import java.time.Instant;
import java.util.Map;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * An access token that was checked.
 *
 * @param value  the token itself; secret, never to be logged
 * @param actor  who it speaks for
 * @param expiry until when it is good, without grace
 * @param claims all that the issuer says in it
 */
public record AccessToken(String value, Actor actor, Instant expiry, Map<String, Object> claims) {

    @Override
    public String toString() {
        return "token of " + actor.id();
    }
}
