package org.trustedtrader.border.eligibility;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.Identifier;

/** The trader that holds an identifier at one time; if two traders hold it at once, none counts as its holder. */
public final class ClaimRules {

    private ClaimRules() {}

    /** @param claimants those who hold, held or will hold the identifier */
    public static Party resolve(Identifier identifier, long millis, List<TraderState> claimants, Policies policies) {
        if (claimants.stream().anyMatch(claimant -> claimant.beginsAfter(millis))) {
            return ofAll(Reason.HISTORY_NOT_HERE, millis, claimants, policies);
        }
        @Nullable TraderState holder = null;
        for (var claimant : claimants) {
            if (claimant.at(millis).held().contains(identifier)) {
                if (holder != null) {
                    return ofAll(Reason.IDENTIFIER_AMBIGUOUS, millis, claimants, policies);
                }
                holder = claimant;
            }
        }
        return holder == null
                ? ofAll(whyNobody(millis, claimants), millis, claimants, policies)
                : Party.of(holder, millis, policies.at(millis), until(millis, claimants, policies));
    }

    /** Of a claimant with a record that cannot be read nobody can say that the identifier was not its own. */
    private static Reason whyNobody(long millis, List<TraderState> claimants) {
        return claimants.stream()
                        .allMatch(claimant -> claimant.at(millis).profile().isUnderstood())
                ? Reason.IDENTIFIER_NOT_VALID_THEN
                : Reason.STATUS_NOT_UNDERSTOOD;
    }

    /** The answer ends when anybody's standing changes: it may be that another comes to hold the identifier. */
    private static long until(long millis, List<TraderState> claimants, Policies policies) {
        var until = policies.nextChange(millis);
        for (var claimant : claimants) {
            until = Math.min(until, claimant.beginsAfter(millis) ? until : claimant.endOf(claimant.periodAt(millis)));
        }
        return until;
    }

    private static Party ofAll(Reason why, long millis, List<TraderState> claimants, Policies policies) {
        Map<String, Long> versions = new TreeMap<>();
        claimants.forEach(claimant -> versions.putAll(claimant.versions()));
        return Party.nobody(why, versions, until(millis, claimants, policies));
    }
}
