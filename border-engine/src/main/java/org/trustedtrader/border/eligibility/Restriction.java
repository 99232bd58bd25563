package org.trustedtrader.border.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;

/** What a trader becomes by a version that was just heard, where no more than its state is known. */
public final class Restriction {

    private Restriction() {}

    /** @param first whether no version of that subject was known before */
    public static Profile in(Profile profile, Revision known, boolean first) {
        var facts = newest(profile);
        return switch (known.fact()) {
            case CompanyFact company ->
                new Profile.Facts(company.programmes(), facts.memberships(), facts.notUnderstood());
            case MembershipFact membership ->
                new Profile.Facts(
                        facts.programmes(),
                        memberships(facts, known.subject(), membership, first),
                        facts.notUnderstood());
            default -> new Profile.Facts(facts.programmes(), facts.memberships(), true);
        };
    }

    /** The state from that version's time on worth no more than what it becomes by it. */
    public static TraderState narrowed(TraderState state, Revision known) {
        var first = !state.versions().containsKey(known.subject());
        var narrowed = state.narrowed(known, profile -> in(profile, known, first));
        return known.fact() instanceof CompanyFact company
                ? narrowed.restricted(known, company.identifiers())
                : narrowed;
    }

    private static List<Profile.Member> memberships(
            Profile.Facts facts, String subject, MembershipFact heard, boolean first) {
        var members = new ArrayList<>(facts.memberships());
        var known = members.removeIf(member -> member.subject().equals(subject));
        if (!first && !known) {
            members.removeIf(member -> member.subject().isEmpty());
        }
        members.add(Profile.Member.of(members.isEmpty() ? "" : subject, heard));
        return members;
    }

    private static Profile.Facts newest(Profile profile) {
        return switch (profile) {
            case Profile.Facts facts -> facts;
            case Profile.NotBeyond both -> newest(both.heard());
            case Profile.AcrossGap gap -> newest(gap.after());
        };
    }
}
