package org.trustedtrader.enrolment.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The terms of membership.
 *
 * @param version  the version that was put before the company on approval
 * @param signedBy who signed for the company, an actor id
 */
public record Terms(
        @Nullable String version,
        @Nullable String signedBy,
        @Nullable Instant signedAt) {

    static final Terms NONE = new Terms(null, null, null);

    static Terms offered(String version) {
        return new Terms(version, null, null);
    }

    Terms signed(String actorId, Instant at) {
        return new Terms(version, actorId, at);
    }
}
