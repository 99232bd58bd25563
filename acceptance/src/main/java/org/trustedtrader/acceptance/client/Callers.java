package org.trustedtrader.acceptance.client;

import java.net.URI;

/** The people and machines of the demo realm, each with its own view of the platform. */
public record Callers(Transport transport, URI gateway, AccessTokens signIns) {

    public Api user(String name) {
        return new Api(transport, gateway, name, () -> signIns.user(name));
    }

    public Api client(String id) {
        return new Api(transport, gateway, id, () -> signIns.client(id));
    }

    public Api anonymous() {
        return bearing("anonymous", "");
    }

    /** Somebody with a token of his own making. */
    public Api bearing(String who, String token) {
        return new Api(transport, gateway, who, () -> token);
    }
}
