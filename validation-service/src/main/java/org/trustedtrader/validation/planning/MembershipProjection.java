package org.trustedtrader.validation.planning;

import java.time.LocalDate;

/** The newest state of each membership, from enrolment's events. */
public interface MembershipProjection {

    void keep(String membershipId, long version, String state, LocalDate revalidationDueOn);

    /** Members in good standing whose revalidation falls due in that year. */
    long dueIn(int year);
}
