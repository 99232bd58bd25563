package org.trustedtrader.acceptance.client;

import java.net.URI;
import java.net.http.HttpClient;

/** The people and machines of the demo realm, each with its own view of the platform. */
public record Callers(HttpClient http, URI gateway, SignIns signIns) {

    public Api user(String name) {
        return new Api(http, gateway, name, () -> signIns.user(name));
    }

    public Api client(String id) {
        return new Api(http, gateway, id, () -> signIns.client(id));
    }

    public Api anonymous() {
        return bearing("anonymous", "");
    }

    /** Somebody with a token of his own making. */
    public Api bearing(String who, String token) {
        return new Api(http, gateway, who, () -> token);
    }
}
