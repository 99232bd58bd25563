package org.trustedtrader.validation.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Why there is a visit; never changes.
 *
 * @param company       BN9
 * @param applicationId of an initial visit, or of the file that another one belongs to
 * @param dueSince      programme time, UTC
 * @param reason        of an ordered visit, empty for one that followed from an assessment
 */
public record VisitOrigin(
        VisitType type, String company, @Nullable String applicationId, Instant dueSince, String reason) {

    static VisitOrigin initial(String company, String applicationId, Instant now) {
        return new VisitOrigin(VisitType.INITIAL, company, applicationId, now, "");
    }

    /** A visit that an officer orders. */
    public static VisitOrigin ordered(
            VisitType type, String company, @Nullable String applicationId, Instant now, String reason) {
        if (type == VisitType.INITIAL) {
            throw new Refusal.InvalidInput("type", "an initial visit follows from an assessment and is never ordered");
        }
        return new VisitOrigin(type, company, applicationId, now, reason);
    }
}
