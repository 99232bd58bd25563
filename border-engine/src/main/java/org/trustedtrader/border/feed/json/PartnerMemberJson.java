package org.trustedtrader.border.feed.json;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.feed.Change;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.border.trader.Scheme;

/** A partner's member, whole; or, where it is not stored yet, what can only take away. */
record PartnerMemberJson(String tin, String partner, long version, boolean stored, List<SpellJson> spells) {

    static final String KIND = "PARTNER_MEMBER";

    /**
     * @param from milliseconds since the epoch, null if it always was so
     * @param ends milliseconds, null if it does not end by itself
     */
    record SpellJson(
            long version,
            @Nullable Long from,
            MemberState state,
            List<String> lines,
            @Nullable Long ends) {

        static SpellJson of(MemberFact.Period spell) {
            return new SpellJson(
                    spell.version(),
                    spell.from() == Long.MIN_VALUE ? null : spell.from(),
                    spell.state(),
                    spell.lines().stream().sorted().toList(),
                    spell.ends() == Long.MAX_VALUE ? null : spell.ends());
        }

        MemberFact.Period spell() {
            if (state == null || version < 1) {
                throw new IllegalArgumentException("A spell needs a version and a state.");
            }
            return new MemberFact.Period(
                    version,
                    from == null ? Long.MIN_VALUE : from,
                    state,
                    new HashSet<>(lines),
                    ends == null ? Long.MAX_VALUE : ends);
        }
    }

    static PartnerMemberJson of(Change.OfPartnerMember change) {
        var fact = change.fact();
        return new PartnerMemberJson(
                fact.tin(),
                fact.partner(),
                fact.version(),
                change.stored(),
                fact.periods().stream().map(SpellJson::of).toList());
    }

    Change change() {
        var read = spells.stream().map(SpellJson::spell).toList();
        if (!Scheme.TIN.admits(tin) || partner.isEmpty()) {
            throw new IllegalArgumentException("A partner's member has no TIN or no partner.");
        }
        for (int i = 1; i < read.size(); i++) {
            if (read.get(i - 1).from() > read.get(i).from()
                    || read.get(i - 1).version() > read.get(i).version()) {
                throw new IllegalArgumentException("The spells of " + tin + " are out of order.");
            }
        }
        return new Change.OfPartnerMember(new MemberFact(tin, partner, version, read), stored);
    }
}
