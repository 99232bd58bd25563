package org.trustedtrader.border.memory;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Standing;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Role;

/**
 * What one look-up of a plain trader found, without an object made for it: one thread's own, to be used again for the next
 * look-up.
 */
public final class Look {

    final PlainRow row = new PlainRow();
    private long[] table = {};
    private @Nullable Policy policy;
    private long until;

    void found(Profiles.Judged rules, long millis) {
        var index = rules.policies().indexAt(millis);
        policy = rules.inOrder().get(index);
        table = rules.tables()[index];
        until = rules.policies().nextChange(millis);
    }

    /** Zero if the benefit is granted, else the bits of the reasons. */
    public long reasons(Benefit benefit, Role role) {
        return table[row.profile * Standing.SLOTS + Standing.slot(benefit, role)];
    }

    /** The policy that rules the time asked about. */
    public Policy policy() {
        return Objects.requireNonNull(policy, "nothing was found yet");
    }

    /** When a change of status or policy is known to take effect next, milliseconds. */
    public long until() {
        return until;
    }

    /** 9-digit business number. */
    public int businessNumber() {
        return row.bn9;
    }

    /** 0 if no version of the company is known. */
    public int companyVersion() {
        return row.companyVersion;
    }

    /** 0 if the trader has no membership. */
    public int membershipVersion() {
        return row.membershipVersion;
    }

    /** The upper half of the membership's UUID. */
    public long membershipHigh() {
        return row.idHigh;
    }

    /** The lower half of the membership's UUID. */
    public long membershipLow() {
        return row.idLow;
    }

    /** The newest known version of each aggregate that the standing follows from. */
    public Map<String, Long> versions() {
        return row.versions();
    }
}
