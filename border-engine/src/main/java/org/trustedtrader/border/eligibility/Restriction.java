package org.trustedtrader.border.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;

/** What a trader is worth by a revision that was received and is not stored yet. */
public final class Restriction {

    private Restriction() {}

    /** @param first whether no version of that subject was known before */
    public static Profile in(Profile profile, Revision revision, boolean first) {
        var facts = newest(profile);
        return switch (revision.fact()) {
            case CompanyFact company ->
                new Profile.Facts(company.programmes(), facts.memberships(), facts.notUnderstood());
            case MembershipFact membership ->
                new Profile.Facts(
                        facts.programmes(),
                        memberships(facts, revision.subject(), membership, first),
                        facts.notUnderstood());
            default -> new Profile.Facts(facts.programmes(), facts.memberships(), true);
        };
    }

    /** The state from that version's time on worth no more than what it becomes by it. */
    public static TraderState restricted(TraderState state, Revision revision) {
        var first = !state.versions().containsKey(revision.subject());
        var restricted = state.restricted(revision, profile -> in(profile, revision, first));
        return revision.fact() instanceof CompanyFact company
                ? restricted.holdingOnly(revision, company.identifiers())
                : restricted;
    }

    private static List<Profile.Member> memberships(
            Profile.Facts facts, String subject, MembershipFact received, boolean first) {
        var members = new ArrayList<>(facts.memberships());
        var revision = members.removeIf(member -> member.subject().equals(subject));
        if (!first && !revision) {
            members.removeIf(member -> member.subject().isEmpty());
        }
        members.add(Profile.Member.of(members.isEmpty() ? "" : subject, received));
        return members;
    }

    private static Profile.Facts newest(Profile profile) {
        return switch (profile) {
            case Profile.Facts facts -> facts;
            case Profile.Restricted both -> newest(both.received());
            case Profile.Gap gap -> newest(gap.after());
        };
    }
}
