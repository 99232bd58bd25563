package org.trustedtrader.assessment.review;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.assessment.criteria.LineOfBusiness;

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
     * @param linesOfBusiness      which may be more or fewer than those of the application; empty if not known
     */
    record MembershipSnapshot(
            String id, long version, Optional<Instant> revalidationOpenedAt, Set<LineOfBusiness> linesOfBusiness) {

        public MembershipSnapshot {
            linesOfBusiness = Set.copyOf(linesOfBusiness);
        }

        public String subject() {
            return "enrolment/membership/" + id;
        }
    }
}
