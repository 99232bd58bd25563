package org.trustedtrader.assessment.review;

import java.util.Optional;

/** A projection of enrolment's memberships: the newest version of each. */
public interface MembershipSnapshots {

    /** @return false if a newer version is there already */
    boolean keepNewest(MembershipSnapshot membership);

    Optional<MembershipSnapshot> find(String id);
}
