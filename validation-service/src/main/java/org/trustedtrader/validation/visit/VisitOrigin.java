package org.trustedtrader.validation.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Why there is a visit; never changes.
 *
 * @param company       BN9
 * @param applicationId of an initial visit, or of the file that another one belongs to
 * @param dueSince      programme time, UTC
 * @param reason        of an ordered visit, empty for one that followed from an assessment
 * @param membershipId  of the member that the visit belongs to
 * @param siteId        the site that is visited; null if the officers may choose one
 * @param requirement   null for a visit of a version that did not say it
 * @param revalidationOpenedAt the opening of the revalidation that made the visit due; null for every other visit
 */
public record VisitOrigin(
        Visit.Type type,
        String company,
        @Nullable String applicationId,
        Instant dueSince,
        String reason,
        @Nullable String membershipId,
        @Nullable String siteId,
        @Nullable Requirement requirement,
        @Nullable Instant revalidationOpenedAt) {

    /** Whether an officer added the site to those that the file requires. */
    boolean isAdded() {
        return requirement != null && requirement.cause() == Requirement.Cause.ADDED;
    }

    /** An initial visit ends with its application, and one that a revalidation requires with the revalidation. */
    void mustNotBeRequired() {
        if (type == Visit.Type.INITIAL) {
            throw new Refusal.RuleBroken(
                    "initial-visit-follows-application", Message.of("validation.cancellation.initial"));
        }
        if (revalidationOpenedAt != null) {
            throw new Refusal.RuleBroken(
                    "visit-follows-revalidation", Message.of("validation.cancellation.revalidation"));
        }
    }
}
