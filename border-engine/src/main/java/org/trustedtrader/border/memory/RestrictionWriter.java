package org.trustedtrader.border.memory;

import java.util.Set;
import java.util.function.IntFunction;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.Restriction;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;

/** Applies to rows what a received revision takes away. For the one writer. */
final class RestrictionWriter {

    private final Traders traders;
    private final Profiles profiles;
    private final IntFunction<TraderState> states;

    /** @param states of each trader, plain or not */
    RestrictionWriter(Traders traders, Profiles profiles, IntFunction<TraderState> states) {
        this.traders = traders;
        this.profiles = profiles;
        this.states = states;
    }

    /** @return false if the version takes nothing away, and the trader is as it was */
    boolean restrict(int trader, Revision received, long now) {
        if (takesNothingAway(trader, received, now)) {
            return false;
        }
        if (!restrictRow(trader, received, now)) {
            traders.publish(trader, Restriction.restricted(states.apply(trader), received));
        } else if (received.fact() instanceof CompanyFact company) {
            restrictHeld(trader, received, company.identifiers());
        }
        return true;
    }

    private boolean takesNothingAway(int trader, Revision received, long now) {
        var row = new TraderRow();
        if (!(received.fact() instanceof MembershipFact)
                || received.effectiveMillis() > now
                || !traders.read(trader, row)) {
            return false;
        }
        var revision = row.versions().getOrDefault(received.subject(), 0L);
        var stored = row.profile(profiles);
        return received.version() == revision + 1
                && !profiles.takesAway(stored, Restriction.in(stored, received, revision == 0));
    }

    private boolean restrictRow(int trader, Revision received, long now) {
        var row = new TraderRow();
        if (!traders.read(trader, row) || received.effectiveMillis() > now) {
            return false;
        }
        var first = !row.versions().containsKey(received.subject());
        var stored = row.profile(profiles);
        if (!row.mayNote(received.subject()) && !row.begin(received.subject())) {
            return false;
        }
        row.profile(new Profile.Restricted(stored, Restriction.in(stored, received, first)), profiles);
        row.from = Math.max(row.from, received.effectiveMillis());
        row.version(received.subject(), received.version());
        return traders.publish(trader, row);
    }

    private void restrictHeld(int trader, Revision version, Set<Identifier> held) {
        var state = states.apply(trader);
        var holdingOnly = state.holdingOnly(version, held);
        if (!holdingOnly.holdsTheSameAs(state)) {
            traders.publish(trader, holdingOnly);
        }
    }
}
