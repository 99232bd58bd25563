package org.trustedtrader.border.eligibility;

import java.util.Map;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;

/** Whoever an identifier stands for at one time: a trader, or nobody and why. */
public final class Party {

    private final Standing standing;
    private final Map<String, Long> versions;
    private final long until;

    Party(Standing standing, Map<String, Long> versions, long until) {
        this.standing = standing;
        this.versions = versions;
        this.until = until;
    }

    static Party nobody(Standing why) {
        return new Party(why, Map.of(), Long.MAX_VALUE);
    }

    public static final Party MALFORMED = nobody(Standing.refusing(Reason.MALFORMED_IDENTIFIER));
    public static final Party UNKNOWN_SCHEME = nobody(Standing.refusing(Reason.UNKNOWN_SCHEME));
    static final Party UNKNOWN = nobody(Standing.refusing(Reason.UNKNOWN_IDENTIFIER));

    /** Whether the identifier stands for no trader at that time. */
    public boolean isNobody() {
        return standing.held().isEmpty();
    }

    /** Zero if the benefit is granted, else the bits of the {@link Reason}s. */
    public long reasons(Benefit benefit, Role role) {
        return standing.reasons(benefit, role);
    }

    /** The newest known version of each aggregate that the standing follows from. */
    public Map<String, Long> versions() {
        return versions;
    }

    /** When the standing changes by itself, milliseconds; {@link Long#MAX_VALUE} if it does not. */
    public long until() {
        return until;
    }
}
