package org.trustedtrader.platform.security;

import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the identity provider (RFC 7662) whether the token of the current request still is active. */
final class IntrospectingAccountStatus implements AccountStatus {

    private static final Logger LOG = LoggerFactory.getLogger(IntrospectingAccountStatus.class);

    private final IdentityProviderClient backChannel;
    private final JsonMapper json;

    IntrospectingAccountStatus(IdentityProviderClient backChannel, JsonMapper json) {
        this.backChannel = backChannel;
        this.json = json;
    }

    @Override
    public void beforeGranting(Actor actor) {
        try {
            refuseUnlessActive(actor);
        } catch (IOException | JacksonException e) {
            LOG.warn(
                    "account-check actor={} result=unanswered grants=refused cause=\"{}\"", actor.id(), e.getMessage());
            throw new Refusal.Unavailable(
                    "Your account cannot be checked now, so nothing can be granted. Try again in a moment.");
        }
    }

    @Override
    public void beforeRemoving(Actor actor) {
        try {
            refuseUnlessActive(actor);
        } catch (IOException | JacksonException e) {
            LOG.warn(
                    "account-check actor={} result=unanswered removals=allowed cause=\"{}\"",
                    actor.id(),
                    e.getMessage());
        }
    }

    private void refuseUnlessActive(Actor actor) throws IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication caller)
                || !caller.actor().id().equals(actor.id())) {
            throw new Refusal.NotAllowed("Only a caller who has signed in may do this.");
        }
        JsonNode answer = json.readTree(backChannel.post(
                "token/introspect", Map.of("token", caller.token().value())));
        if (!answer.path("active").asBoolean(false)) {
            throw new Refusal.NotAllowed("Your account or your sign-in is no longer active.");
        }
    }
}
