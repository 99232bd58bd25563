package org.trustedtrader.platform.publication;

import java.time.Duration;

/**
 * One kind of published document.
 *
 * @param name as in events and problems: {@code policy} is refused as {@code policy-too-late}
 * @param lead how long before it is in force a version must be published at the latest, so that every replica knows it in time
 */
public record DocumentKind(String name, Duration lead) {

    public DocumentKind {
        if (lead.isNegative()) {
            throw new IllegalArgumentException("a version is published before it is in force: " + name);
        }
    }

    String problem(String what) {
        return name + "-" + what;
    }
}
