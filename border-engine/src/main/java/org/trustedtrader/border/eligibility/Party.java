package org.trustedtrader.border.eligibility;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.policy.Tier;

/** What an identifier stands for at one time: a trader, or none and why. */
public final class Party {

    private final long[] table;
    private final int offset;
    private final boolean nobody;
    private final Map<String, Long> versions;
    private final long until;

    /**
     * @param table  standings one after the other
     * @param offset where the trader's standing begins in it
     * @param until  when the standing may change by itself, milliseconds
     */
    public Party(long[] table, int offset, Map<String, Long> versions, long until) {
        this(table, offset, false, versions, until);
    }

    private Party(long[] table, int offset, boolean nobody, Map<String, Long> versions, long until) {
        this.table = table;
        this.offset = offset;
        this.nobody = nobody;
        this.versions = versions;
        this.until = until;
    }

    public static final Party MALFORMED = nobody(Reason.MALFORMED_IDENTIFIER);
    public static final Party UNKNOWN_SCHEME = nobody(Reason.UNKNOWN_SCHEME);
    public static final Party UNKNOWN = nobody(Reason.UNKNOWN_IDENTIFIER);

    private static Party nobody(Reason why) {
        return nobody(why, Map.of(), Long.MAX_VALUE);
    }

    /** Nobody, for a reason that follows from those versions and may change at that time. */
    public static Party nobody(Reason why, Map<String, Long> versions, long until) {
        var reasons = new long[Standing.SLOTS];
        Arrays.fill(reasons, why.bit());
        return new Party(reasons, 0, true, versions, until);
    }

    /**
     * A member of another country's programme.
     *
     * @param reasons bits of {@link Reason}s by the benefit's ordinal, the same in every part; notes among them only explain
     */
    public static Party ofPartner(long[] reasons, Map<String, Long> versions, long until) {
        var all = new long[Standing.SLOTS];
        for (var benefit : Benefit.values()) {
            for (var role : Role.values()) {
                all[Standing.slot(benefit, role)] = reasons[benefit.ordinal()];
                for (var mode : Mode.values()) {
                    all[Standing.slot(benefit, role, mode)] = reasons[benefit.ordinal()];
                }
            }
        }
        return new Party(all, 0, versions, until);
    }

    /** The trader as it is at that time under that policy. */
    static Party of(TraderState trader, long millis, Policy policy, long nextPolicy) {
        var period = trader.periodAt(millis);
        return new Party(
                StandingCache.of(trader.periods().get(period).profile(), policy),
                0,
                new TreeMap<>(trader.versions()),
                Math.min(trader.endOf(period), nextPolicy));
    }

    /** Whether the identifier stands for no trader at that time. */
    public boolean isNobody() {
        return nobody;
    }

    /** Whether only history can tell, because the time lies before what is kept in memory. */
    public boolean isBeforeMemory() {
        return nobody && table[0] == Reason.HISTORY_NOT_HERE.bit();
    }

    /** Zero if the benefit is granted, else the bits of the {@link Reason}s. */
    public long reasons(Benefit benefit, Role role) {
        return table[offset + Standing.slot(benefit, role)];
    }

    /** The same at a crossing by that mode, which a line of business has to fit. */
    public long reasons(Benefit benefit, Role role, Mode mode) {
        return table[offset + Standing.slot(benefit, role, mode)];
    }

    /** The tier by which the benefit is granted at a crossing by that mode; null if it is not. */
    public @Nullable Tier tier(Benefit benefit, Role role, Mode mode) {
        return Standing.tier(table, offset, Standing.slot(benefit, role, mode));
    }

    /** The newest known version of each aggregate that the standing follows from. */
    public Map<String, Long> versions() {
        return versions;
    }

    /** When a change of status or policy is known to take effect next, milliseconds; {@link Long#MAX_VALUE} if none is. */
    public long until() {
        return until;
    }
}
