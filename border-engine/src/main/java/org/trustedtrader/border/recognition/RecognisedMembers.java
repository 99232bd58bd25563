package org.trustedtrader.border.recognition;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Elsewhere;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;

/**
 * All recognised members of all partners, by TIN. One writer at a time; readers take immutable pieces and never wait.
 *
 * <p>What is heard counts in two steps, as with our own members: before it is stored it can only take away, so that a
 * suspension refuses at once even if storing it fails; what it grants counts once it is stored.
 */
public final class RecognisedMembers implements Elsewhere {

    /** @param heard not stored yet; null if there is nothing beyond what is stored */
    private record Entry(@Nullable Member stored, @Nullable Member heard) {}

    /** The refreshes of one partner, ascending by version, in parallel arrays. */
    private record Lists(long[] versions, long[] drawnAt) {

        static final Lists NONE = new Lists(new long[0], new long[0]);

        long newest() {
            return versions.length == 0 ? 0 : versions[versions.length - 1];
        }

        /** Up to when the list counted that had been drawn by then; {@link Long#MIN_VALUE} if none had. */
        long freshUntil(long millis, long limit, long staleAfter) {
            for (int i = versions.length - 1; i >= 0; i--) {
                if (versions[i] <= limit && drawnAt[i] <= millis) {
                    return drawnAt[i] + staleAfter;
                }
            }
            return Long.MIN_VALUE;
        }
    }

    private final Map<String, Arrangement> arrangements;
    private final Map<String, Entry> members = new ConcurrentHashMap<>();
    private final Map<String, Lists> lists = new ConcurrentHashMap<>();

    public RecognisedMembers(Collection<Arrangement> arrangements) {
        this.arrangements =
                arrangements.stream().collect(Collectors.toUnmodifiableMap(Arrangement::partner, Function.identity()));
    }

    /** What is about to be stored: from now on it takes away what it does not grant. */
    public void hear(MemberFact fact) {
        var member = member(fact);
        if (member != null) {
            members.merge(
                    fact.tin(),
                    new Entry(null, member),
                    (before, _) -> supersedes(member, before) ? new Entry(before.stored(), member) : before);
        }
    }

    /** What is stored. Again, or late, it does no harm. */
    public void keep(MemberFact fact) {
        var member = member(fact);
        if (member != null) {
            members.merge(fact.tin(), new Entry(member, null), (before, _) -> kept(member, before));
        }
    }

    /** All lists of a partner that were taken in; fewer than are known already change nothing. */
    public void refreshed(String partner, List<Refresh> refreshes) {
        var now = new Lists(
                refreshes.stream().mapToLong(Refresh::version).toArray(),
                refreshes.stream().mapToLong(Refresh::drawnAt).toArray());
        lists.merge(partner, now, (before, _) -> now.newest() > before.newest() ? now : before);
    }

    /** What is known of a member could not be understood, so nobody relies on it until a newer version is. */
    public void doubt(String tin, long version) {
        members.computeIfPresent(tin, (_, entry) -> {
            var shown = entry.heard() == null ? entry.stored() : entry.heard();
            if (shown == null || shown.version() >= version) {
                return entry;
            }
            var spell =
                    new MemberFact.Spell(version, Long.MIN_VALUE, MemberState.QUARANTINED, Set.of(), Long.MAX_VALUE);
            var doubted = member(new MemberFact(tin, shown.partner(), version, List.of(spell)));
            return new Entry(entry.stored(), doubted);
        });
    }

    public int size() {
        return members.size();
    }

    @Override
    public Party party(Identifier identifier, long millis) {
        var entry = identifier.scheme() == Scheme.TIN ? members.get(identifier.value()) : null;
        if (entry == null) {
            return Party.UNKNOWN;
        }
        var shown = shown(entry, millis);
        return shown == null ? Party.UNKNOWN : party(identifier, shown, millis, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    public Party party(Identifier identifier, long millis, Map<String, Long> versions) {
        var limit = versions.get(MemberFact.SUBJECT + identifier.value());
        var entry = identifier.scheme() == Scheme.TIN ? members.get(identifier.value()) : null;
        if (limit == null || entry == null || entry.stored() == null) {
            return Party.UNKNOWN;
        }
        var lists = versions.getOrDefault(Refresh.SUBJECT + entry.stored().partner(), 0L);
        return party(identifier, entry.stored(), millis, limit, lists);
    }

    /** Nothing is granted that is not stored, nor that what was heard since does not grant. */
    private static @Nullable Member shown(Entry entry, long millis) {
        var heard = entry.heard();
        return heard == null || heard.grants(millis) ? entry.stored() : heard;
    }

    private Party party(Identifier tin, Member member, long millis, long memberLimit, long listLimit) {
        var spell = member.at(millis, memberLimit);
        if (spell < 0) {
            return Party.UNKNOWN;
        }
        var arrangement = arrangements.get(member.partner());
        var known = lists.getOrDefault(member.partner(), Lists.NONE);
        var freshUntil =
                known.freshUntil(millis, listLimit, arrangement.staleAfter().toMillis());
        var versions = Map.of(
                MemberFact.SUBJECT + tin.value(), Math.min(member.version(), memberLimit),
                Refresh.SUBJECT + member.partner(), Math.min(known.newest(), listLimit));
        var until = member.until(spell, millis, memberLimit);
        return Party.ofPartner(
                reasons(member, spell, millis, arrangement, freshUntil),
                versions,
                freshUntil > millis ? Math.min(until, freshUntil) : until);
    }

    private static long[] reasons(Member member, int spell, long millis, Arrangement arrangement, long freshUntil) {
        var all = new long[Benefit.COUNT];
        var common = millis < arrangement.inForce()
                ? Reason.NOT_IN_ARRANGEMENT.bit()
                : member.reason(spell, millis).bit();
        if (freshUntil <= millis) {
            common |= Reason.PARTNER_LIST_STALE.bit();
        }
        Arrays.fill(all, common);
        for (var benefit : Benefit.values()) {
            if (!member.includes(spell, benefit)) {
                all[benefit.ordinal()] |= Reason.NOT_IN_ARRANGEMENT.bit();
            }
        }
        return all;
    }

    /** Null for a partner that there is no arrangement with: its members are nobody here. */
    private @Nullable Member member(MemberFact fact) {
        var arrangement = arrangements.get(fact.partner());
        return arrangement == null ? null : new Member(fact, arrangement);
    }

    private static boolean supersedes(Member member, Entry before) {
        return Member.isNewer(member, before.stored())
                && (before.heard() == null || member.version() >= before.heard().version());
    }

    private static Entry kept(Member member, Entry before) {
        var stored = Member.isNewer(member, before.stored()) ? member : before.stored();
        var heard = before.heard() != null && before.heard().version() > stored.version() ? before.heard() : null;
        return new Entry(stored, heard);
    }
}
