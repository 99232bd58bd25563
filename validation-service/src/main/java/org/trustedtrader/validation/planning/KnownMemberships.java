package org.trustedtrader.validation.planning;

import java.time.LocalDate;

/** What this service has heard of memberships: the newest of each. */
public interface KnownMemberships {

    void note(String membershipId, long version, String state, LocalDate revalidationDueOn);

    /** Members in good standing whose revalidation falls due in that year. */
    long dueIn(int year);
}
