package org.trustedtrader.border.memory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

/** A plain trader, as {@link TraderRows} keeps it. Version 0 of the company stands for none. One thread's own copy. */
final class TraderRow {

    int profile;
    int companyVersion;
    long from;
    int bn9;
    final Memberships memberships = new Memberships();

    /** Whether a row can tell all of that state. */
    static boolean canTell(TraderState state) {
        var period = state.periods().getFirst();
        return state.periods().size() == 1
                && state.claims().equals(period.held())
                && period.held().contains(new Identifier(Scheme.BN9, state.bn9()))
                && state.versions().size() <= Memberships.MOST
                && state.versions().values().stream().allMatch(v -> v > 0 && v < Integer.MAX_VALUE)
                && state.versions().keySet().stream().allMatch(subject -> canTell(subject, state))
                && Memberships.suffice(period.profile(), state.versions().keySet());
    }

    private static boolean canTell(String subject, TraderState state) {
        if (subject.equals(Revision.COMPANY + state.bn9())) {
            return true;
        }
        var number = MembershipId.number(subject);
        return number != null && state.claims().contains(number);
    }

    /** Its profile is {@link Profiles#NONE} if the dictionary is full. */
    static TraderRow of(TraderState state, Profiles profiles) {
        var row = new TraderRow();
        row.from = state.periods().getFirst().from();
        row.bn9 = Integer.parseInt(state.bn9());
        new TreeMap<>(state.versions()).forEach((subject, version) -> {
            var id = MembershipId.of(subject);
            if (id == null) {
                row.companyVersion = version.intValue();
            } else {
                row.memberships.add(version.intValue(), id.getMostSignificantBits(), id.getLeastSignificantBits());
            }
        });
        row.profile = profiles.number(
                row.memberships.placed(state.periods().getFirst().profile()));
        return row;
    }

    /** Whether a version of that subject can be noted in this row. */
    boolean mayNote(String subject) {
        return subject.startsWith(Revision.COMPANY) || hasMembership(subject);
    }

    /**
     * Makes a place for a membership that was not known before; the profile has to be set anew. Its number leads to the
     * trader only when the trader is put again.
     *
     * @return false if there can be none
     */
    boolean begin(String subject) {
        var id = MembershipId.of(subject);
        if (id == null || memberships.count() == Memberships.MOST) {
            return false;
        }
        memberships.insert(id);
        return true;
    }

    boolean hasMembership(String subject) {
        return memberships.place(subject) >= 0;
    }

    /** Notes the version of the company or of one of its memberships. */
    void version(String subject, long version) {
        if (subject.startsWith(Revision.COMPANY)) {
            companyVersion = (int) version;
        } else {
            memberships.note(memberships.place(subject), (int) version);
        }
    }

    Profile profile(Profiles profiles) {
        return memberships.named(profiles.profile(profile));
    }

    /** Leaves {@link Profiles#NONE} if the dictionary is full. */
    void profile(Profile other, Profiles profiles) {
        profile = profiles.number(memberships.placed(other));
    }

    Party party(Profiles.Evaluation evaluated, long millis) {
        var nextPolicy = evaluated.policies().nextChange(millis);
        if (millis < from) {
            return Party.nobody(Reason.HISTORY_NOT_HERE, versions(), nextPolicy);
        }
        var standings = evaluated.at(millis);
        var offset = standings.offset(profile);
        return new Party(standings.table(), offset, versions(), nextPolicy);
    }

    Map<String, Long> versions() {
        Map<String, Long> versions = new TreeMap<>();
        if (companyVersion > 0) {
            versions.put(Revision.COMPANY + bn9(), (long) companyVersion);
        }
        memberships.putInto(versions);
        return versions;
    }

    String bn9() {
        var digits = Integer.toString(bn9);
        return "000000000".substring(digits.length()) + digits;
    }

    /** @param claims all that the trader claims, which a plain one holds */
    TraderState state(Profiles profiles, Collection<Identifier> claims) {
        var held = Set.copyOf(claims);
        var period = new TraderState.Period(from, profile(profiles), held);
        return new TraderState(bn9(), List.of(period), held, versions());
    }
}
