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

/** Takes from traders what a version that was heard takes from them. For the one writer. */
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
    boolean narrow(int trader, Revision heard, long now) {
        if (takesNothingAway(trader, heard, now)) {
            return false;
        }
        if (!narrowRow(trader, heard, now)) {
            traders.show(trader, Restriction.narrowed(states.apply(trader), heard));
        } else if (heard.fact() instanceof CompanyFact company) {
            restrict(trader, heard, company.identifiers());
        }
        return true;
    }

    private boolean takesNothingAway(int trader, Revision heard, long now) {
        var row = new TraderRow();
        if (!(heard.fact() instanceof MembershipFact) || heard.effectiveMillis() > now || !traders.read(trader, row)) {
            return false;
        }
        var known = row.versions().getOrDefault(heard.subject(), 0L);
        var stored = row.profile(profiles);
        return heard.version() == known + 1 && !profiles.takesAway(stored, Restriction.in(stored, heard, known == 0));
    }

    private boolean narrowRow(int trader, Revision heard, long now) {
        var row = new TraderRow();
        if (!traders.read(trader, row) || heard.effectiveMillis() > now) {
            return false;
        }
        var first = !row.versions().containsKey(heard.subject());
        var stored = row.profile(profiles);
        if (!row.mayNote(heard.subject()) && !row.begin(heard.subject())) {
            return false;
        }
        row.profile(new Profile.NotBeyond(stored, Restriction.in(stored, heard, first)), profiles);
        row.from = Math.max(row.from, heard.effectiveMillis());
        row.version(heard.subject(), heard.version());
        return traders.show(trader, row);
    }

    private void restrict(int trader, Revision version, Set<Identifier> held) {
        var state = states.apply(trader);
        var restricted = state.restricted(version, held);
        if (!restricted.holdsTheSameAs(state)) {
            traders.show(trader, restricted);
        }
    }
}
