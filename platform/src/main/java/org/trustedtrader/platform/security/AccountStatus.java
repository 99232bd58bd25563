package org.trustedtrader.platform.security;

import org.trustedtrader.platform.aggregate.Actor;

/**
 * Whether the account behind a command still is live at the identity provider. A token lives for minutes after its account
 * was disabled, which is too long for the weightiest commands. Pure Java, so that a use case can ask.
 */
public interface AccountStatus {

    /**
     * To be asked before a benefit is granted, as by an approval: refused with {@code NotAllowed} if the account is no
     * longer live, and with {@code Unavailable} if the identity provider does not answer.
     */
    void beforeGranting(Actor actor);

    /**
     * To be asked before a benefit is taken away, as by a suspension: refused with {@code NotAllowed} if the account is
     * known to be no longer live, but let through if the identity provider does not answer, since removing a benefit is
     * the safe side.
     */
    void beforeRemoving(Actor actor);
}
