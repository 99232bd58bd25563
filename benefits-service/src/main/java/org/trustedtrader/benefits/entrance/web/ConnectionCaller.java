package org.trustedtrader.benefits.entrance.web;

import org.jspecify.annotations.Nullable;

/** The caller of one connection, by the token of its newest request. For the connection's event loop only. */
final class ConnectionCaller {

    private final Entrance entrance;
    private final ConnectionLimits.Connection connection;
    private @Nullable EntranceCaller newest;

    /** The newest caller's token, until when it need not be looked up; empty if it is to be looked up. */
    private String token = "";

    private long untilMillis;

    ConnectionCaller(Entrance entrance, ConnectionLimits.Connection connection) {
        this.entrance = entrance;
        this.connection = connection;
    }

    /** Whether a valid token has arrived on the connection. */
    boolean isKnown() {
        return newest != null;
    }

    /** Null if the token is to be checked. The caller becomes the connection's by {@link #accept}. */
    @Nullable
    EntranceCaller remembered(String bearer) {
        if (newest != null && bearer.equals(token) && System.currentTimeMillis() < untilMillis) {
            return newest;
        }
        token = ""; // a caller whose token is checked belongs to that request; the next one is looked up again
        var known = entrance.authenticator.remembered(bearer);
        if (known == null) {
            return null;
        }
        token = bearer;
        untilMillis = known.untilMillis();
        return known.found();
    }

    /** @return false if the caller's client has too many connections; then this one must end */
    boolean accept(EntranceCaller caller) {
        var client = caller.actor().id();
        boolean same = newest != null && newest.actor().id().equals(client);
        if (!same && !entrance.connections.identified(connection, client)) {
            return false;
        }
        newest = caller;
        return true;
    }
}
