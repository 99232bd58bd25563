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

    /** How many memberships the standing follows from. */
    public int memberships() {
        return row.membershipVersion > 0 ? 1 : 0;
    }

    /** The newest known version of a membership. @param i in the order in which {@link #versions} has them */
    public int membershipVersion(int i) {
        return row.membershipVersion;
    }

    /** The first half of a membership's id. */
    public long membershipHigh(int i) {
        return row.idHigh;
    }

    /** The second half. */
    public long membershipLow(int i) {
        return row.idLow;
    }
}
