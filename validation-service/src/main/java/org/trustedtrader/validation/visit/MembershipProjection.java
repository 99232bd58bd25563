package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The newest state of each membership, from enrolment's events. */
public interface MembershipProjection {

    /** @return false only if a newer version is kept: then there is nothing to do */
    boolean keep(String membershipId, long version, Member member);

    Optional<Member> find(String membershipId);

    /** The membership of that company that is not over; empty also if its events did not name the company yet. */
    Optional<String> currentOf(String company);

    /** Members in good standing whose revalidation falls due in that year. */
    long dueIn(int year);

    /** Of these, the members whose revalidation is not open yet, so that there is no visit for it. */
    long toOpenIn(int year);

    /**
     * What visits need of a membership.
     *
     * @param company BN9, null if it was not said
     * @param revalidationOpenedAt while a revalidation is open
     */
    record Member(
            @Nullable String company,
            String state,
            @Nullable LocalDate revalidationDueOn,
            @Nullable Instant revalidationOpenedAt) {

        /** States that nothing follows: the company has left. */
        public static final Set<String> OVER = Set.of("WITHDRAWN", "CANCELLED_FINAL");

        public boolean isOver() {
            return OVER.contains(state);
        }
    }
}
