package org.trustedtrader.enrolment.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

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

    /** What the company is to sign, and by when. */
    public record Offer(String version, Instant signBy) {}

    static Terms offered(String version) {
        return new Terms(version, null, null);
    }

    Terms signed(String signedVersion, String actorId, Instant at) {
        if (!signedVersion.equals(version)) {
            throw new Refusal.RuleBroken(
                    "other-terms",
                    Message.of("enrolment.application.other-terms", String.valueOf(version), signedVersion));
        }
        return new Terms(version, actorId, at);
    }
}
