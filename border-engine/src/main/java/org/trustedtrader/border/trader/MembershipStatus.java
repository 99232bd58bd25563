package org.trustedtrader.border.trader;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Reason;

/** The states of a membership; benefits are on in the first four. A state that is not known here is never taken for one of those. */
public enum MembershipStatus {
    ACTIVE(null),
    ACTIVE_WITH_ACTION_PLAN(null),
    REVALIDATION_DUE(null),
    REVALIDATION_IN_PROGRESS(null),
    SUSPENDED(Reason.MEMBERSHIP_SUSPENDED),
    CANCELLED(Reason.MEMBERSHIP_CANCELLED),
    APPEAL_PENDING(Reason.MEMBERSHIP_UNDER_APPEAL),
    CANCELLED_FINAL(Reason.MEMBERSHIP_CANCELLED),
    WITHDRAWN(Reason.MEMBERSHIP_WITHDRAWN),
    NOT_UNDERSTOOD(Reason.STATUS_NOT_UNDERSTOOD);

    private final @Nullable Reason refusal;

    MembershipStatus(@Nullable Reason refusal) {
        this.refusal = refusal;
    }

    /** Why benefits are off, or null where they are on. */
    public @Nullable Reason refusal() {
        return refusal;
    }

    /** The state of that name, or {@link #NOT_UNDERSTOOD} for one that this program does not know. */
    public static MembershipStatus named(String name) {
        for (var status : values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        return NOT_UNDERSTOOD;
    }
}
