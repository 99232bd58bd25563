package org.trustedtrader.assessment.review;

import java.time.Instant;
import java.util.Optional;

/** A projection of enrolment's memberships: the newest version of each. */
public interface MembershipSnapshots {

    /** @return false if a newer version is there already */
    boolean keepNewest(MembershipSnapshot membership);

    Optional<MembershipSnapshot> find(String id);

    /**
     * A membership as enrolment last announced it.
     *
     * @param id                   the application's, which is the assessment's too
     * @param version              of the membership, so that an older state that comes late is known as such
     * @param revalidationOpenedAt while a revalidation is open
     */
    record MembershipSnapshot(String id, long version, Optional<Instant> revalidationOpenedAt) {

        public String subject() {
            return "enrolment/membership/" + id;
        }
    }
}
