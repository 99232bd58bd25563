package org.trustedtrader.border.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

/**
 * What the border needs to know of one trader from some time on: the unit in which status is kept in memory, written to
 * snapshots and fed to copies. Immutable.
 *
 * @param bn9      9-digit business number
 * @param periods   ascending and without gaps; the last one counts until something changes. What lies before the first one is
 *                 answered from history
 * @param claims   every identifier that the trader holds, held or will hold
 * @param versions the newest version of each aggregate that this follows from, by subject such as {@code company/123456782}
 */
public record TraderState(String bn9, List<Period> periods, Set<Identifier> claims, Map<String, Long> versions) {

    public TraderState {
        periods = List.copyOf(periods);
        claims = Set.copyOf(claims);
        versions = Map.copyOf(versions);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("A trader's state needs a piece.");
        }
    }

    /**
     * @param from milliseconds since the epoch, programme time; {@link Long#MIN_VALUE} if it always was so
     * @param held the identifiers that are the trader's then
     */
    public record Period(long from, Profile profile, Set<Identifier> held) {

        public Period {
            held = Set.copyOf(held);
        }

        Period with(Profile other) {
            return new Period(from, other, held);
        }

        public boolean same(Period other) {
            return profile.equals(other.profile) && held.equals(other.held);
        }
    }

    /** Whether all that counts, now or later, was understood, is stored and follows no gap. */
    public boolean isSettled() {
        return periods.stream().allMatch(period -> period.profile().isSettled());
    }

    /** Whether that time lies before all that is known here. */
    public boolean beginsAfter(long millis) {
        return periods.getFirst().from() > millis;
    }

    /** @param millis not before the first period */
    public Period at(long millis) {
        return periods.get(periodAt(millis));
    }

    /** The index of the period that counts at that time, which does not lie before the first one. */
    public int periodAt(long millis) {
        var period = periods.size() - 1;
        while (periods.get(period).from() > millis) {
            period--;
        }
        return period;
    }

    /** When that period ends, milliseconds; {@link Long#MAX_VALUE} for the last one. */
    public long endOf(int period) {
        return period + 1 < periods.size() ? periods.get(period + 1).from() : Long.MAX_VALUE;
    }

    /**
     * From the time on from which that version counts, worth no more than what the profile becomes by it. If versions are
     * missing below it, what lies before is uncertain wherever it grants something.
     */
    public TraderState restricted(Revision version, UnaryOperator<Profile> received) {
        var restricted = changed(
                version,
                period -> period.with(new Profile.Restricted(period.profile(), received.apply(period.profile()))));
        if (version.version() <= versions.getOrDefault(version.subject(), 0L) + 1) {
            return restricted;
        }
        var uncertain = restricted.periods().stream()
                .map(period -> period.from() >= version.effectiveMillis()
                        ? period
                        : period.with(new Profile.Gap(period.profile(), received.apply(period.profile()))))
                .toList();
        return new TraderState(bn9, uncertain, claims, restricted.versions());
    }

    /** From the time on from which that version counts, holding none but those identifiers and those of the programme. */
    public TraderState holdingOnly(Revision version, Set<Identifier> held) {
        return changed(
                version,
                period -> new Period(
                        period.from(),
                        period.profile(),
                        period.held().stream()
                                .filter(i ->
                                        i.scheme() == Scheme.BN9 || i.scheme() == Scheme.MEMBERSHIP || held.contains(i))
                                .collect(Collectors.toUnmodifiableSet())));
    }

    /** Whether every period of this holds what the other one holds at that time. */
    public boolean holdsTheSameAs(TraderState other) {
        return periods.stream()
                .allMatch(period -> !other.beginsAfter(period.from())
                        && period.held().equals(other.at(period.from()).held()));
    }

    /** From that time on, each period changed; a version that was received is among those that this follows from. */
    private TraderState changed(Revision version, UnaryOperator<Period> change) {
        var millis = version.effectiveMillis();
        var changed = new ArrayList<Period>();
        for (int i = 0; i < periods.size(); i++) {
            var period = periods.get(i);
            if (endOf(i) <= millis) {
                changed.add(period);
                continue;
            }
            if (period.from() < millis) {
                changed.add(period);
                period = new Period(millis, period.profile(), period.held());
            }
            changed.add(change.apply(period));
        }
        var seen = new HashMap<>(versions);
        seen.merge(version.subject(), version.version(), Math::max);
        return new TraderState(bn9, changed, claims, seen);
    }
}
