package org.trustedtrader.border.memory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.eligibility.Standing;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.Scheme;

/**
 * A plain trader, as the five numbers of its row: profile and company's version, from when, business number and membership's
 * version, membership's id. Version 0 stands for none. One thread's own copy.
 */
final class PlainRow {

    int profile;
    int companyVersion;
    long from;
    int bn9;
    int membershipVersion;
    long idHigh;
    long idLow;

    /** Whether a row can tell all of that state. */
    static boolean canTell(TraderState state) {
        var piece = state.pieces().getFirst();
        var number = state.versions().keySet().stream()
                .filter(subject -> !subject.equals(Known.COMPANY + state.bn9()))
                .toList();
        return state.pieces().size() == 1
                && state.claims().equals(piece.held())
                && piece.held().contains(new Identifier(Scheme.BN9, state.bn9()))
                && state.versions().values().stream().allMatch(v -> v > 0 && v < Integer.MAX_VALUE)
                && (number.isEmpty() || number.size() == 1 && isHeld(number.getFirst(), piece.held()));
    }

    private static boolean isHeld(String membershipSubject, Set<Identifier> held) {
        var number = MembershipId.number(membershipSubject);
        return number != null && held.contains(number);
    }

    static PlainRow of(TraderState state, Profiles profiles) {
        var row = new PlainRow();
        row.profile = profiles.number(state.pieces().getFirst().profile());
        row.from = state.pieces().getFirst().from();
        row.bn9 = Integer.parseInt(state.bn9());
        state.versions().forEach(row::version);
        return row;
    }

    /** Whether a version of that subject can be noted in this row. */
    boolean mayNote(String subject) {
        return subject.startsWith(Known.COMPANY)
                || membershipVersion > 0 && membershipSubject().equals(subject);
    }

    /** Notes the version of the company or of its membership. */
    void version(String subject, long version) {
        var membership = MembershipId.of(subject);
        if (membership == null) {
            companyVersion = (int) version;
        } else {
            membershipVersion = (int) version;
            idHigh = membership.getMostSignificantBits();
            idLow = membership.getLeastSignificantBits();
        }
    }

    void copy(long[] from, int at) {
        profile = (int) (from[at] >>> 32);
        companyVersion = (int) from[at];
        this.from = from[at + 1];
        bn9 = (int) (from[at + 2] >>> 32);
        membershipVersion = (int) from[at + 2];
        idHigh = from[at + 3];
        idLow = from[at + 4];
    }

    void writeTo(long[] to, int at) {
        to[at] = (long) profile << 32 | companyVersion;
        to[at + 1] = from;
        to[at + 2] = (long) bn9 << 32 | membershipVersion;
        to[at + 3] = idHigh;
        to[at + 4] = idLow;
    }

    Party party(Profiles.Judged judged, long millis) {
        var nextPolicy = judged.policies().nextChange(millis);
        return millis < from
                ? Party.nobody(Reason.HISTORY_NOT_HERE, versions(), nextPolicy)
                : new Party(judged.at(millis), profile * Standing.SLOTS, versions(), nextPolicy);
    }

    Map<String, Long> versions() {
        Map<String, Long> versions = new TreeMap<>();
        if (companyVersion > 0) {
            versions.put(Known.COMPANY + bn9(), (long) companyVersion);
        }
        if (membershipVersion > 0) {
            versions.put(membershipSubject(), (long) membershipVersion);
        }
        return versions;
    }

    String membershipSubject() {
        return Known.MEMBERSHIP + new UUID(idHigh, idLow);
    }

    String bn9() {
        var digits = Integer.toString(bn9);
        return "000000000".substring(digits.length()) + digits;
    }

    /** @param claims all that the trader claims, which a plain one holds */
    TraderState state(Profiles profiles, Collection<Identifier> claims) {
        var held = Set.copyOf(claims);
        var piece = new TraderState.Piece(from, profiles.profile(profile), held);
        return new TraderState(bn9(), List.of(piece), held, versions());
    }
}
