package org.trustedtrader.border.eligibility;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.Identifier;

/** Whose an identifier is at one time; if two traders hold it at once it is nobody's. */
final class Claims {

    private static final Standing NOT_THEN = Standing.refusing(Reason.IDENTIFIER_NOT_VALID_THEN);
    private static final Standing AMBIGUOUS = Standing.refusing(Reason.IDENTIFIER_AMBIGUOUS);

    private Claims() {}

    /** @param claimants those who hold, held or will hold the identifier */
    static Party settle(Identifier identifier, long millis, List<Trader> claimants) {
        @Nullable Trader holder = null;
        for (var claimant : claimants) {
            if (claimant.timeline().at(millis).holds(identifier)) {
                if (holder != null) {
                    return ofAll(AMBIGUOUS, millis, claimants);
                }
                holder = claimant;
            }
        }
        return holder == null ? ofAll(NOT_THEN, millis, claimants) : holder.at(millis);
    }

    private static Party ofAll(Standing standing, long millis, List<Trader> claimants) {
        var versions = new TreeMap<String, Long>();
        var until = Long.MAX_VALUE;
        for (var claimant : claimants) {
            versions.putAll(claimant.versions());
            until = Math.min(until, claimant.timeline().until(millis));
        }
        return new Party(standing, versions, until);
    }
}
