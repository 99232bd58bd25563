package org.trustedtrader.enrolment.membership;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where a membership stands; benefits are on in the active states only. */
public enum MembershipState {
    ACTIVE,
    ACTIVE_WITH_ACTION_PLAN,
    REVALIDATION_DUE,
    REVALIDATION_IN_PROGRESS,
    SUSPENDED,
    CANCELLED,
    APPEAL_PENDING,
    CANCELLED_FINAL,
    WITHDRAWN;

    static final Set<MembershipState> ANY_ACTIVE =
            Collections.unmodifiableSet(EnumSet.range(ACTIVE, REVALIDATION_IN_PROGRESS));

    public boolean benefits() {
        return ANY_ACTIVE.contains(this);
    }

    /** Whether nothing more can come, so that the company may apply again. */
    public boolean over() {
        return this == CANCELLED_FINAL || this == WITHDRAWN;
    }
}
