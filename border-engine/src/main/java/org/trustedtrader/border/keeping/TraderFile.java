package org.trustedtrader.border.keeping;

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
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.border.trader.Versions;

/** Everything known of one company: each version of it and of its memberships, by subject. Immutable. */
final class TraderFile {

    private static final Comparator<Known> LATEST =
            Comparator.comparing(Known::effectiveAt).thenComparing(Known::subject);

    private final String bn9;
    private final Map<String, Versions> subjects;

    private TraderFile(String bn9, Map<String, Versions> subjects) {
        this.bn9 = bn9;
        this.subjects = subjects;
    }

    static TraderFile of(String bn9, Iterable<Known> states) {
        Map<String, List<Known>> bySubject = new TreeMap<>();
        for (var known : states) {
            bySubject.computeIfAbsent(known.subject(), _ -> new ArrayList<>()).add(known);
        }
        Map<String, Versions> subjects = new TreeMap<>();
        bySubject.forEach((subject, versions) -> subjects.put(subject, Versions.of(versions)));
        return new TraderFile(bn9, subjects);
    }

    /** This file as it was when only those versions, and no other subjects, were known. */
    TraderFile upTo(Map<String, Long> limits) {
        Map<String, Versions> then = new TreeMap<>();
        subjects.forEach((subject, versions) -> {
            var limit = limits.get(subject);
            if (limit != null) {
                then.put(subject, versions.upTo(limit));
            }
        });
        return new TraderFile(bn9, then);
    }

    /**
     * This file as it was known by that time, machine time of the owners' records. A membership was not known to be this
     * company's before a version of it could be read.
     */
    TraderFile knownAt(Instant recorded) {
        Map<String, Versions> then = new TreeMap<>();
        subjects.forEach((subject, versions) -> {
            var known = versions.knownAt(recorded);
            var wasNobodys = subject.startsWith(Known.MEMBERSHIP) && isReadable(versions) && !isReadable(known);
            if (known.newest() > 0 && !wasNobodys) {
                then.put(subject, known);
            }
        });
        return new TraderFile(bn9, then);
    }

    private static boolean isReadable(Versions versions) {
        return versions.all().stream().anyMatch(Known::readable);
    }

    boolean isEmpty() {
        return subjects.isEmpty();
    }

    /** What counts at that time, one version for each aggregate. */
    List<Known> counting(long millis) {
        return counting(versions -> versions.at(millis));
    }

    /** The whole timeline, from ever to ever. */
    TraderState state() {
        return state(Long.MIN_VALUE);
    }

    /** The timeline from the piece on that counts at that time. */
    TraderState state(long since) {
        var changes = changes();
        var pieces = new ArrayList<TraderState.Piece>();
        pieces.add(pieceAt(since, changes));
        for (long change : changes.tailSet(since, false)) {
            var next = piece(change);
            if (!next.same(pieces.getLast())) {
                pieces.add(next);
            }
        }
        return new TraderState(bn9, pieces, claims(), newest());
    }

    /** Where nothing that counts has changed, a piece goes on: it begins with the first of those that are the same. */
    private TraderState.Piece pieceAt(long since, NavigableSet<Long> changes) {
        var piece = piece(Objects.requireNonNull(changes.floor(since)));
        for (long change : changes.headSet(piece.from(), false).descendingSet()) {
            var before = piece(change);
            if (!before.same(piece)) {
                break;
            }
            piece = before;
        }
        return piece;
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
            for (var known : versions.all()) {
                claims.addAll(identifiers(known));
            }
        }
        return claims;
    }

    private static Set<Identifier> identifiers(Known known) {
        return switch (known.fact()) {
            case CompanyFact company -> company.identifiers();
            case MembershipFact membership ->
                membership.identifier().map(Set::of).orElse(Set.of());
            default -> Set.of();
        };
    }

    /** Where a version is missing, only what both its neighbours refuse is refused for certain. */
    private TraderState.Piece piece(long millis) {
        var before = counting(versions -> versions.at(millis));
        if (subjects.values().stream().allMatch(versions -> versions.beyondGap(millis) == null)) {
            return new TraderState.Piece(millis, profile(before), held(before));
        }
        var after = counting(versions -> {
            var next = versions.beyondGap(millis);
            return next == null ? versions.at(millis) : next;
        });
        return new TraderState.Piece(millis, new Profile.AcrossGap(profile(before), profile(after)), held(before));
    }

    private List<Known> counting(Function<Versions, @Nullable Known> choice) {
        return subjects.values().stream()
                .map(choice)
                .filter(Objects::nonNull)
                .sorted(LATEST)
                .toList();
    }

    private Profile profile(List<Known> counting) {
        Set<String> programmes = Set.of();
        List<Profile.Member> memberships = new ArrayList<>();
        var several = subjects.keySet().stream()
                        .filter(s -> s.startsWith(Known.MEMBERSHIP))
                        .count()
                > 1;
        var notUnderstood = false;
        for (var known : counting) {
            switch (known.fact()) {
                case CompanyFact company -> programmes = company.programmes();
                case MembershipFact m -> memberships.add(Profile.Member.of(several ? known.subject() : "", m));
                default -> notUnderstood = true;
            }
        }
        return new Profile.Facts(programmes, memberships, notUnderstood);
    }

    private Set<Identifier> held(List<Known> counting) {
        var held = new HashSet<Identifier>();
        if (counting.stream().anyMatch(k -> k.readable() || k.subject().startsWith(Known.COMPANY))) {
            Identifier.parse(Scheme.BN9, bn9).ifPresent(held::add);
        }
        counting.forEach(known -> held.addAll(identifiers(known)));
        return held;
    }
}
