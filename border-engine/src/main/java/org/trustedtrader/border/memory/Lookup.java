package org.trustedtrader.border.memory;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Standing;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Role;

/**
 * What one look-up found, without an object made for it: one thread's own, to be used again for the next look-up.
 */
public final class Lookup {

    final TraderRow row = new TraderRow();
    private @Nullable Standings standings;
    private long[] table = {};
    private int offset;

    /** By the row that was read. @return false if it does not reach back to that time */
    boolean resolve(Standings rules, long millis) {
        standings = rules;
        offset = rules.offset(row.profile);
        table = rules.table();
        return millis >= row.from;
    }

    /** Zero if the benefit is granted, else the bits of the reasons. */
    public long reasons(Benefit benefit, Role role) {
        return table[offset + Standing.slot(benefit, role)];
    }

    /** The policy that rules the time asked about. */
    public Policy policy() {
        return Objects.requireNonNull(standings, "nothing was found yet").policy();
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
        return row.memberships.count();
    }

    /** The newest known version of a membership. @param i in the order in which {@link #versions} has them */
    public int membershipVersion(int i) {
        return row.memberships.version(i);
    }

    /** The first half of a membership's id. */
    public long membershipHigh(int i) {
        return row.memberships.idHigh(i);
    }

    /** The second half. */
    public long membershipLow(int i) {
        return row.memberships.idLow(i);
    }
}
