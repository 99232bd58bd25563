package org.trustedtrader.border.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Revisions;
import org.trustedtrader.border.trader.Scheme;

/** Everything known of one company: each version of it and of its memberships, by subject. Immutable. */
final class CompanyRevisions {

    private static final Comparator<Revision> LATEST =
            Comparator.comparing(Revision::effectiveAt).thenComparing(Revision::subject);

    private final String bn9;
    private final Map<String, Revisions> subjects;

    private CompanyRevisions(String bn9, Map<String, Revisions> subjects) {
        this.bn9 = bn9;
        this.subjects = subjects;
    }

    static CompanyRevisions of(String bn9, Iterable<Revision> states) {
        Map<String, List<Revision>> bySubject = new TreeMap<>();
        for (var revision : states) {
            bySubject
                    .computeIfAbsent(revision.subject(), _ -> new ArrayList<>())
                    .add(revision);
        }
        Map<String, Revisions> subjects = new TreeMap<>();
        bySubject.forEach((subject, versions) -> subjects.put(subject, Revisions.of(versions)));
        return new CompanyRevisions(bn9, subjects);
    }

    /** This file as it was when only those versions, and no other subjects, were known. */
    CompanyRevisions upTo(Map<String, Long> limits) {
        Map<String, Revisions> then = new TreeMap<>();
        subjects.forEach((subject, versions) -> {
            var limit = limits.get(subject);
            if (limit != null) {
                then.put(subject, versions.upTo(limit));
            }
        });
        return new CompanyRevisions(bn9, then);
    }

    /**
     * This file as it was known by that time, machine time of the owners' records. A membership was not known to be this
     * company's before a version of it could be read.
     */
    CompanyRevisions knownAt(Instant recorded) {
        Map<String, Revisions> then = new TreeMap<>();
        subjects.forEach((subject, versions) -> {
            var revision = versions.knownAt(recorded);
            var wasNobodys = subject.startsWith(Revision.MEMBERSHIP) && isReadable(versions) && !isReadable(revision);
            if (revision.newest() > 0 && !wasNobodys) {
                then.put(subject, revision);
            }
        });
        return new CompanyRevisions(bn9, then);
    }

    private static boolean isReadable(Revisions versions) {
        return versions.all().stream().anyMatch(Revision::readable);
    }

    boolean isEmpty() {
        return subjects.isEmpty();
    }

    /** What counts at that time, one version for each aggregate. */
    List<Revision> counting(long millis) {
        return counting(versions -> versions.at(millis));
    }

    /** The whole timeline, from ever to ever. */
    TraderState state() {
        return state(Long.MIN_VALUE);
    }

    /** The timeline from the period on that counts at that time. */
    TraderState state(long since) {
        var changes = changes();
        var periods = new ArrayList<TraderState.Period>();
        periods.add(periodAt(since, changes));
        for (long change : changes.tailSet(since, false)) {
            var next = period(change);
            if (!next.same(periods.getLast())) {
                periods.add(next);
            }
        }
        return new TraderState(bn9, periods, claims(), newest());
    }

    /** Where nothing that counts has changed, a period goes on: it begins with the first of those that are the same. */
    private TraderState.Period periodAt(long since, NavigableSet<Long> changes) {
        var period = period(Objects.requireNonNull(changes.floor(since)));
        for (long change : changes.headSet(period.from(), false).descendingSet()) {
            var before = period(change);
            if (!before.same(period)) {
                break;
            }
            period = before;
        }
        return period;
    }

    private NavigableSet<Long> changes() {
        var changes = new TreeSet<>(Set.of(Long.MIN_VALUE));
        subjects.values().forEach(v -> v.all().forEach(k -> changes.add(k.effectiveMillis())));
        return changes;
    }

    private Map<String, Long> newest() {
        var newest = new HashMap<String, Long>();
        subjects.forEach((subject, versions) -> newest.put(subject, versions.newest()));
        return newest;
    }

    private Set<Identifier> claims() {
        var claims = new HashSet<Identifier>();
        if (!subjects.isEmpty()) {
            Identifier.parse(Scheme.BN9, bn9).ifPresent(claims::add);
        }
        for (var versions : subjects.values()) {
            for (var revision : versions.all()) {
                claims.addAll(identifiers(revision));
            }
        }
        return claims;
    }

    private static Set<Identifier> identifiers(Revision revision) {
        return switch (revision.fact()) {
            case CompanyFact company -> company.identifiers();
            case MembershipFact membership ->
                membership.identifier().map(Set::of).orElse(Set.of());
            default -> Set.of();
        };
    }

    /** Where a version is missing, only what both its neighbours refuse is refused for certain. */
    private TraderState.Period period(long millis) {
        var before = counting(versions -> versions.at(millis));
        if (subjects.values().stream().allMatch(versions -> versions.beyondGap(millis) == null)) {
            return new TraderState.Period(millis, profile(before), held(before));
        }
        var after = counting(versions -> {
            var next = versions.beyondGap(millis);
            return next == null ? versions.at(millis) : next;
        });
        return new TraderState.Period(millis, new Profile.Gap(profile(before), profile(after)), held(before));
    }

    private List<Revision> counting(Function<Revisions, @Nullable Revision> choice) {
        return subjects.values().stream()
                .map(choice)
                .filter(Objects::nonNull)
                .sorted(LATEST)
                .toList();
    }

    private Profile profile(List<Revision> counting) {
        Set<String> programmes = Set.of();
        List<Profile.Member> memberships = new ArrayList<>();
        var several = subjects.keySet().stream()
                        .filter(s -> s.startsWith(Revision.MEMBERSHIP))
                        .count()
                > 1;
        var notUnderstood = false;
        for (var revision : counting) {
            switch (revision.fact()) {
                case CompanyFact company -> programmes = company.programmes();
                case MembershipFact m -> memberships.add(Profile.Member.of(several ? revision.subject() : "", m));
                default -> notUnderstood = true;
            }
        }
        return new Profile.Facts(programmes, memberships, notUnderstood);
    }

    private Set<Identifier> held(List<Revision> counting) {
        var held = new HashSet<Identifier>();
        if (counting.stream().anyMatch(k -> k.readable() || k.subject().startsWith(Revision.COMPANY))) {
            Identifier.parse(Scheme.BN9, bn9).ifPresent(held::add);
        }
        counting.forEach(revision -> held.addAll(identifiers(revision)));
        return held;
    }
}
