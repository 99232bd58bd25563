package org.trustedtrader.platform.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.RestClientException;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Asks the identity provider (RFC 7662) whether the token of the current request still is active. */
final class IntrospectingAccountStatus implements AccountStatus {

    private static final Logger LOG = LoggerFactory.getLogger(IntrospectingAccountStatus.class);

    private final IdentityProviderClient identityProvider;

    IntrospectingAccountStatus(IdentityProviderClient identityProvider) {
        this.identityProvider = identityProvider;
    }

    @Override
    public void beforeGranting(Actor actor) {
        try {
            refuseUnlessActive(actor);
        } catch (RestClientException e) {
            LOG.warn(
                    "account-check actor={} result=unanswered grants=refused cause=\"{}\"", actor.id(), e.getMessage());
            throw new Refusal.Unavailable(Message.of("account.unchecked"));
        }
    }

    @Override
    public void beforeRemoving(Actor actor) {
        try {
            refuseUnlessActive(actor);
        } catch (RestClientException e) {
            LOG.warn(
                    "account-check actor={} result=unanswered removals=allowed cause=\"{}\"",
                    actor.id(),
                    e.getMessage());
        }
    }

    private void refuseUnlessActive(Actor actor) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication caller)
                || !caller.actor().id().equals(actor.id())) {
            throw new Refusal.NotAllowed(Message.of("account.nobody"));
        }
        if (!identityProvider.isActive(caller.token().value())) {
            throw new Refusal.NotAllowed(Message.of("account.ended"));
        }
    }
}
