package org.trustedtrader.border.eligibility;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.border.trader.Versions;

/**
 * Everything known of one company: each version of it and of its memberships, by subject, and the timeline that follows.
 * Immutable.
 */
final class TraderFile {

    private final Policies policies;
    private final String bn9;
    private final Map<String, Versions> subjects;
    private final Map<String, Long> newest;
    private final Set<Identifier> identifiers;
    private final Timeline timeline;

    private TraderFile(Policies policies, String bn9, Map<String, Versions> subjects) {
        this.policies = policies;
        this.bn9 = bn9;
        this.subjects = subjects;
        this.newest = newestOf();
        this.identifiers = identifiersOf();
        this.timeline = timelineOf();
    }

    static TraderFile empty(Policies policies, String bn9) {
        return new TraderFile(policies, bn9, Map.of());
    }

    TraderFile with(Iterable<Known> more) {
        var all = new HashMap<>(subjects);
        for (var known : more) {
            all.merge(known.subject(), Versions.NONE.with(known), (before, one) -> before.with(known));
        }
        return new TraderFile(policies, bn9, all);
    }

    /** This file as it was when only those versions, and no other subjects, were known. */
    TraderFile upTo(Map<String, Long> limits) {
        var then = new HashMap<String, Versions>();
        subjects.forEach((subject, versions) -> {
            var limit = limits.get(subject);
            if (limit != null) {
                then.put(subject, versions.upTo(limit));
            }
        });
        return new TraderFile(policies, bn9, then);
    }

    boolean has(Known known) {
        return subjects.getOrDefault(known.subject(), Versions.NONE).has(known);
    }

    Timeline timeline() {
        return timeline;
    }

    Map<String, Versions> subjects() {
        return subjects;
    }

    /** The highest version known of each subject. */
    Map<String, Long> newest() {
        return newest;
    }

    /** All that this trader holds, held or will hold. */
    Set<Identifier> identifiers() {
        return identifiers;
    }

    private Map<String, Long> newestOf() {
        var newest = new TreeMap<String, Long>();
        subjects.forEach((subject, versions) -> newest.put(subject, versions.newest()));
        return Collections.unmodifiableMap(newest);
    }

    private Set<Identifier> identifiersOf() {
        var held = new HashSet<Identifier>();
        if (!subjects.isEmpty()) {
            Identifier.parse(Scheme.BN9, bn9).ifPresent(held::add);
        }
        for (var versions : subjects.values()) {
            for (var known : versions.all()) {
                switch (known.fact()) {
                    case CompanyFact company -> held.addAll(company.identifiers());
                    case MembershipFact membership -> membership.identifier().ifPresent(held::add);
                    default -> {}
                }
            }
        }
        return Set.copyOf(held);
    }

    private Timeline timelineOf() {
        var changes = new TreeSet<Long>();
        subjects.values().forEach(v -> v.all().forEach(k -> changes.add(k.effectiveMillis())));
        policies.changes().forEach(i -> changes.add(i.toEpochMilli()));
        return Timeline.of(changes, this::standingAt);
    }

    /** Where a version is missing, only what both its neighbours refuse is refused for certain. */
    private Standing standingAt(long millis) {
        var before = standing(millis, versions -> versions.at(millis));
        if (subjects.values().stream().allMatch(versions -> versions.beyondGap(millis) == null)) {
            return before;
        }
        var after = standing(millis, versions -> {
            var next = versions.beyondGap(millis);
            return next == null ? versions.at(millis) : next;
        });
        return before.acrossGapTo(after);
    }

    private Standing standing(long millis, Function<Versions, @Nullable Known> counting) {
        var company = counting.apply(subjects.getOrDefault(Known.COMPANY + bn9, Versions.NONE));
        var memberships = subjects.entrySet().stream()
                .filter(e -> e.getKey().startsWith(Known.MEMBERSHIP))
                .map(e -> counting.apply(e.getValue()))
                .filter(Objects::nonNull)
                .toList();
        return new StandingRules(policies.at(millis), bn9, company, memberships).standing();
    }
}
