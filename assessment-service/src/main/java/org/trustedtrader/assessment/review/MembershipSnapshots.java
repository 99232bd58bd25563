package org.trustedtrader.assessment.review;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.platform.aggregate.SortedSets;

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
     * @param state                as enrolment names it; absent if a version before this one kept the membership
     */
    record MembershipSnapshot(
            String id,
            long version,
            Optional<Instant> revalidationOpenedAt,
            Set<LineOfBusiness> linesOfBusiness,
            Optional<String> state) {

        private static final Set<String> ENDED = Set.of("WITHDRAWN", "CANCELLED_FINAL");

        public MembershipSnapshot {
            linesOfBusiness = SortedSets.copyOf(linesOfBusiness);
        }

        public String subject() {
            return "enrolment/membership/" + id;
        }

        /** Ended for good; a cancellation that may still be appealed is no end. */
        boolean hasEnded() {
            return state.filter(ENDED::contains).isPresent();
        }
    }
}
