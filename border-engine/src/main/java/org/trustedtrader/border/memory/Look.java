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

    void found(Profiles.Judged rules, long millis) {
        var index = rules.policies().indexAt(millis);
        policy = rules.inOrder().get(index);
        table = rules.tables()[index];
    }

    /** Zero if the benefit is granted, else the bits of the reasons. */
    public long reasons(Benefit benefit, Role role) {
        return table[row.profile * Standing.SLOTS + Standing.slot(benefit, role)];
    }

    /** The policy that rules the time asked about. */
    public Policy policy() {
        return Objects.requireNonNull(policy, "nothing was found yet");
    }

    /** The newest known version of each aggregate that the standing follows from. */
    public Map<String, Long> versions() {
        return row.versions();
    }

    /** The trader's business number. */
    public int company() {
        return row.bn9;
    }

    /** The newest known version of the company itself; 0 if none is known. */
    public int companyVersion() {
        return row.companyVersion;
    }

    /** The first half of the membership's id, which counts if {@link #membershipVersion} is not 0. */
    public long membershipHigh() {
        return row.idHigh;
    }

    public long membershipLow() {
        return row.idLow;
    }

    /** The newest known version of the membership; 0 if there is none. */
    public int membershipVersion() {
        return row.membershipVersion;
    }
}
