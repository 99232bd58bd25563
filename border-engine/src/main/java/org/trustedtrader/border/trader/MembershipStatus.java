package org.trustedtrader.border.trader;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;

/** The states of a membership; benefits are on in the first four. A state that is not known here is never taken for one of those. */
public enum MembershipStatus {
    ACTIVE(null),
    ACTIVE_WITH_ACTION_PLAN(null),
    REVALIDATION_DUE(null),
    REVALIDATION_IN_PROGRESS(null),
    /** Active, but a compliance case about security was not decided in time: some benefits are off until it is (§16 of the policy). */
    BENEFITS_PAUSED(Reason.BENEFIT_PAUSED, EnumSet.of(Benefit.FAST_LANE, Benefit.REDUCED_EXAMINATION)),
    SUSPENDED(Reason.MEMBERSHIP_SUSPENDED),
    CANCELLED(Reason.MEMBERSHIP_CANCELLED),
    APPEAL_PENDING(Reason.MEMBERSHIP_UNDER_APPEAL),
    CANCELLED_FINAL(Reason.MEMBERSHIP_CANCELLED),
    WITHDRAWN(Reason.MEMBERSHIP_WITHDRAWN),
    NOT_UNDERSTOOD(Reason.STATUS_NOT_UNDERSTOOD);

    private final @Nullable Reason refusal;
    private final Set<Benefit> refused;

    MembershipStatus(@Nullable Reason refusal) {
        this(refusal, EnumSet.allOf(Benefit.class));
    }

    MembershipStatus(@Nullable Reason refusal, Set<Benefit> refused) {
        this.refusal = refusal;
        this.refused = refused;
    }

    /** Why that benefit is off, or null where it is on. */
    public @Nullable Reason refusal(Benefit benefit) {
        return refused.contains(benefit) ? refusal : null;
    }

    /** Whether this state refuses that benefit even if another membership for the same line of business grants it. */
    public boolean overrules(Benefit benefit) {
        return this == SUSPENDED || this == BENEFITS_PAUSED && refused.contains(benefit);
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
