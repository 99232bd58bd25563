package org.trustedtrader.enrolment.membership;

/**
 * Where a membership stands; benefits are on while it is active. An action plan and a revalidation run beside the state and
 * do not change it.
 */
public enum MembershipState {
    ACTIVE,
    SUSPENDED,
    CANCELLED,
    APPEAL_PENDING,
    CANCELLED_FINAL,
    WITHDRAWN;

    public boolean benefits() {
        return this == ACTIVE;
    }

    /** Whether nothing more can come, so that the company may apply again. */
    public boolean over() {
        return this == CANCELLED_FINAL || this == WITHDRAWN;
    }
}
