package org.trustedtrader.benefits.policy.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.platform.publication.DocumentVersion;

/**
 * One version as officers see it.
 *
 * @param state         SHIPPED with the program, PROPOSED, PUBLISHED or WITHDRAWN; NOT_UNDERSTOOD if this program does not know it
 * @param inForce       whether it rules what is asked about now
 * @param understood    whether this program can apply it; while one that is not is in force, nothing is granted
 * @param recordVersion what If-Match has to say, in quotes
 */
record PolicyView(
        String version,
        String state,
        Instant effectiveFrom,
        boolean inForce,
        boolean understood,
        @Nullable String proposedBy,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        String reasonCode,
        long recordVersion) {

    /** @param policies the rules by which questions are answered, one of which is in force now */
    static PolicyView of(DocumentVersion version, PoliciesAt policies) {
        var publication = version.publication();
        return new PolicyView(
                version.id(),
                version.state().name(),
                version.draft().effectiveFrom(),
                policies.isInForce(version.id()),
                policies.understands(version.id()),
                version.proposedBy(),
                publication == null ? null : publication.by(),
                publication == null ? null : publication.at(),
                version.reasonCode(),
                version.version());
    }

    static PolicyView ofShipped(Policy policy, PoliciesAt policies) {
        return new PolicyView(
                policy.version(),
                "SHIPPED",
                policy.effectiveFrom(),
                policies.isInForce(policy.version()),
                true,
                null,
                null,
                null,
                "",
                0);
    }
}
