package org.trustedtrader.border.test;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;

/**
 * Whom an identifier stands for at one time.
 *
 * @param trader  null if it stands for nobody
 * @param why     why it stands for nobody
 * @param claimed the traders that hold, held or will hold it, if none holds it then
 */
record ReferenceParty(@Nullable ReferenceTrader trader, Set<Reason> why, List<ReferenceTrader> claimed) {

    static ReferenceParty of(ReferenceTrader trader) {
        return new ReferenceParty(trader, Set.of(), List.of(trader));
    }

    static ReferenceParty nobody(Reason why, List<ReferenceTrader> claimed) {
        return new ReferenceParty(null, Set.of(why), claimed);
    }

    EnumSet<Reason> reasons(BenefitRule rule, Role role, long millis) {
        var reasons = EnumSet.noneOf(Reason.class);
        reasons.addAll(trader == null ? why : trader.reasons(rule, role, millis));
        return reasons;
    }

    void versionsInto(Map<String, Long> versions) {
        claimed.forEach(trader -> trader.versionsInto(versions));
    }
}
