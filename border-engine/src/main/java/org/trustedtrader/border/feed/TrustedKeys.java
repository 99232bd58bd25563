package org.trustedtrader.border.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The only keys whose signatures count; never taken from the network. */
public final class TrustedKeys {

    private final Map<String, VerifyingKey> byId = new HashMap<>();

    public TrustedKeys(List<VerifyingKey> keys) {
        keys.forEach(key -> byId.put(key.id(), key));
        if (byId.isEmpty()) {
            throw new IllegalArgumentException("A copy needs at least one trusted key.");
        }
    }

    VerifyingKey named(String id) throws UntrustedFeedException {
        var key = byId.get(id);
        if (key == null) {
            throw new UntrustedFeedException("a line is signed by a key that is not trusted");
        }
        return key;
    }
}
