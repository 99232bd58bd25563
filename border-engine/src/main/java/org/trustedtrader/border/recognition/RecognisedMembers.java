package org.trustedtrader.border.recognition;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.PartnerStatus;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;

/**
 * All recognised members of all partners, by TIN. One writer at a time; readers take immutable periods and never wait.
 *
 * <p>A change counts in two steps, as with our own members: before it is stored it can only take away, so that a
 * suspension refuses at once even if storing it fails; what it grants counts once it is stored.
 */
public final class RecognisedMembers implements PartnerStatus {

    /** @param received not stored yet; null if there is nothing beyond what is stored */
    private record Entry(@Nullable Member stored, @Nullable Member received) {

        @Nullable
        Member newest() {
            return received == null ? stored : received;
        }
    }

    private final Map<String, Entry> members = new ConcurrentHashMap<>();
    private final Map<String, Refreshes> lists = new ConcurrentHashMap<>();
    private final Map<Set<String>, Set<String>> lines = new ConcurrentHashMap<>();
    private volatile Map<String, Arrangement> arrangements = Map.of();
    private volatile RecognitionListener listener = RecognitionListener.NONE;

    public RecognisedMembers(Collection<Arrangement> arrangements) {
        arrange(arrangements);
    }

    /** @param next receives every change from now on */
    public void listener(RecognitionListener next) {
        listener = next;
    }

    /** From now on these arrangements count and no others; a member of anybody else's programme is nobody here. */
    public void arrange(Collection<Arrangement> all) {
        var next = all.stream().collect(Collectors.toUnmodifiableMap(Arrangement::partner, Function.identity()));
        listener.arranged(List.copyOf(all));
        arrangements = next;
    }

    /** What is about to be stored: from now on it takes away what it does not grant. */
    public void receive(MemberFact fact) {
        var member = member(fact);
        change(fact.tin(), before -> {
            if (before == null) {
                return new Entry(null, member);
            }
            return supersedes(member, before) ? new Entry(before.stored(), member) : before;
        });
    }

    /** What is stored. Again, or late, it does no harm. */
    public void put(MemberFact fact) {
        var member = member(fact);
        change(fact.tin(), before -> before == null ? new Entry(member, null) : kept(member, before));
    }

    /** All lists of a partner that were taken in; fewer than are known already change nothing. */
    public void refreshed(String partner, List<Refresh> refreshes) {
        var now = Refreshes.of(refreshes);
        lists.compute(partner, (_, before) -> {
            if (before != null && now.newest() <= before.newest()) {
                return before;
            }
            listener.refreshed(partner, List.copyOf(refreshes));
            return now;
        });
    }

    /** What is known of a member could not be understood, so nobody relies on it until a newer version is. */
    public void doubt(String tin, long version) {
        change(tin, entry -> {
            var newest = entry == null ? null : entry.newest();
            if (newest == null || newest.version() >= version) {
                return entry;
            }
            var period =
                    new MemberFact.Period(version, Long.MIN_VALUE, MemberState.QUARANTINED, Set.of(), Long.MAX_VALUE);
            return new Entry(entry.stored(), member(new MemberFact(tin, newest.partner(), version, List.of(period))));
        });
    }

    /** Sends all that is known as changes; what changes meanwhile is sent as it was before or after. */
    public void replay(RecognitionListener all) {
        all.arranged(List.copyOf(arrangements.values()));
        members.forEach((tin, entry) -> replay(tin, null, entry, all));
        lists.forEach((partner, refreshes) -> all.refreshed(partner, refreshes.all()));
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
        return shown == null
                ? Party.UNKNOWN
                : party(identifier, shown, beyondStored(entry, shown, millis), millis, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    public Party party(Identifier identifier, long millis, Map<String, Long> versions) {
        var limit = versions.get(MemberFact.SUBJECT + identifier.value());
        var entry = identifier.scheme() == Scheme.TIN ? members.get(identifier.value()) : null;
        if (limit == null || entry == null || entry.stored() == null) {
            return Party.UNKNOWN;
        }
        var lists = versions.getOrDefault(Refresh.SUBJECT + entry.stored().partner(), 0L);
        return party(identifier, entry.stored(), 0, millis, limit, lists);
    }

    /** What was received since, if it takes something away. */
    private @Nullable Member shown(Entry entry, long millis) {
        var received = entry.received();
        var takesNothingAway = received == null
                || (received.grants(millis) && (granted(entry.stored(), millis) & ~granted(received, millis)) == 0);
        return takesNothingAway ? entry.stored() : received;
    }

    /** Which benefits that one would get which what is stored does not grant: nobody gets them before they are stored. */
    private int beyondStored(Entry entry, Member shown, long millis) {
        return shown == entry.stored() || !shown.grants(millis)
                ? 0
                : granted(shown, millis) & ~granted(entry.stored(), millis);
    }

    /** Bits of {@link Benefit}s by ordinal. */
    private int granted(@Nullable Member member, long millis) {
        var arrangement = member == null ? null : arrangements.get(member.partner());
        return arrangement == null || !member.grants(millis)
                ? 0
                : arrangement.granted(member.lines(member.at(millis, Long.MAX_VALUE)));
    }

    private Party party(Identifier tin, Member member, int without, long millis, long memberLimit, long listLimit) {
        var arrangement = arrangements.get(member.partner());
        var period = member.at(millis, memberLimit);
        if (arrangement == null || period < 0) {
            return Party.UNKNOWN;
        }
        var known = lists.getOrDefault(member.partner(), Refreshes.NONE);
        var freshUntil =
                known.freshUntil(millis, listLimit, arrangement.staleAfter().toMillis());
        var versions = Map.of(
                MemberFact.SUBJECT + tin.value(), Math.min(member.version(), memberLimit),
                Refresh.SUBJECT + member.partner(), Math.min(known.newest(), listLimit));
        var until = member.until(period, millis, memberLimit);
        return Party.ofPartner(
                reasons(member, period, without, millis, arrangement, freshUntil),
                versions,
                freshUntil > millis ? Math.min(until, freshUntil) : until);
    }

    private static long[] reasons(
            Member member, int period, int without, long millis, Arrangement arrangement, long freshUntil) {
        var all = new long[Benefit.COUNT];
        var common = millis < arrangement.inForce()
                ? Reason.NOT_IN_ARRANGEMENT.bit()
                : member.reason(period, millis).bit();
        if (freshUntil <= millis) {
            common |= Reason.PARTNER_LIST_STALE.bit();
        }
        Arrays.fill(all, common);
        var granted = arrangement.granted(member.lines(period)) & ~without;
        for (var benefit : Benefit.values()) {
            if ((granted & 1 << benefit.ordinal()) == 0) {
                all[benefit.ordinal()] |= Reason.NOT_IN_ARRANGEMENT.bit();
            }
        }
        return all;
    }

    /** Listeners are called before readers see the change, so that whatever a reader sees has been sent. */
    private void change(String tin, UnaryOperator<@Nullable Entry> change) {
        members.compute(tin, (_, before) -> {
            var after = change.apply(before);
            if (after != null) {
                replay(tin, before, after, listener);
            }
            return after;
        });
    }

    private static void replay(String tin, @Nullable Entry before, Entry after, RecognitionListener listener) {
        var stored = after.stored();
        if (stored != null && (before == null || stored != before.stored())) {
            listener.changed(stored.fact(tin), true);
        }
        var received = after.received();
        if (received != null && (before == null || received != before.received())) {
            listener.changed(received.fact(tin), false);
        }
    }

    private Member member(MemberFact fact) {
        return new Member(fact, set -> {
            var known = lines.putIfAbsent(set, set);
            return known == null ? set : known;
        });
    }

    private static boolean supersedes(Member member, Entry before) {
        return Member.isNewer(member, before.stored())
                && (before.received() == null
                        || member.version() >= before.received().version());
    }

    private static Entry kept(Member member, Entry before) {
        var stored = Member.isNewer(member, before.stored()) ? member : before.stored();
        var received =
                before.received() != null && before.received().version() > stored.version() ? before.received() : null;
        return new Entry(stored, received);
    }
}
