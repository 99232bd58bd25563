package org.trustedtrader.assessment.review;

import java.time.Instant;
import java.util.Optional;

/**
 * A membership as enrolment last announced it.
 *
 * @param id                   the application's, which is the assessment's too
 * @param version              of the membership, so that an older state that comes late is known as such
 * @param revalidationOpenedAt while a revalidation is open
 */
public record MembershipSnapshot(String id, long version, Optional<Instant> revalidationOpenedAt) {

    public String subject() {
        return "enrolment/membership/" + id;
    }
}
