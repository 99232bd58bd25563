package org.trustedtrader.assessment.review;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.SiteFunctions;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.review.MembershipSnapshots.MembershipSnapshot;
import org.trustedtrader.assessment.supplychain.CompanySites;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.refusal.Refusal;

/** Repositories without a database, for tests of use cases. */
public final class InMemory {

    private InMemory() {}

    /** Keeps snapshots, so that an aggregate that was not stored leaves no trace. */
    public static final class StoredAssessments implements Assessments {

        private record Kept(Aggregate.Stored stored, Assessment.Snapshot snapshot, Map<Scope, List<Answer>> answers) {}

        private final Map<String, Kept> kept = new HashMap<>();
        private final Set<String> keys = new HashSet<>();
        public final List<String> changes = new ArrayList<>();

        @Override
        public Optional<Assessment> find(String id) {
            return Optional.ofNullable(kept.get(id))
                    .map(k -> Assessment.restore(k.stored(), k.snapshot(), k.answers()::get));
        }

        @Override
        public Assessment visible(String id, Actor actor) {
            return find(id).filter(a -> a.visibleTo(actor)).orElseThrow(() -> new Refusal.NotFound("assessment"));
        }

        @Override
        public Assessment create(Assessment fresh, Command command) {
            return store(fresh);
        }

        @Override
        public Assessment change(String id, Command command, Consumer<Assessment> verb) {
            Assessment assessment = visible(id, command.actor());
            if (command.key().filter(key -> !keys.add(key)).isPresent()) {
                return assessment;
            }
            verb.accept(assessment);
            return store(assessment);
        }

        @Override
        public Optional<Assessment> react(String id, Consumer<Assessment> verb) {
            Optional<Assessment> found = find(id);
            found.ifPresent(verb);
            found.filter(a -> a.change().isPresent()).ifPresent(this::store);
            return found;
        }

        @Override
        public boolean createIfAbsent(Assessment fresh) {
            if (kept.containsKey(fresh.id())) {
                return false;
            }
            store(fresh);
            return true;
        }

        @Override
        public List<HistoryEntry> history(String id) {
            return List.of();
        }

        @Override
        public List<Assessment> list(
                Actor actor,
                Optional<Assessment.State> state,
                Optional<String> company,
                Optional<String> after,
                int limit) {
            return kept.keySet().stream()
                    .map(id -> find(id).orElseThrow())
                    .filter(one -> company.filter(asked -> !asked.equals(one.company()))
                            .isEmpty())
                    .toList();
        }

        private Assessment store(Assessment assessment) {
            changes.add(assessment.change().orElseThrow().name());
            return keep(assessment);
        }

        public Assessment keep(Assessment assessment) {
            kept.put(
                    assessment.id(),
                    new Kept(
                            new Aggregate.Stored(assessment.id(), assessment.version(), assessment.seen()),
                            assessment.snapshot(),
                            Fixtures.answersOf(assessment)));
            return find(assessment.id()).orElseThrow();
        }
    }

    public static final class Applications implements ApplicationSnapshots {

        private final Map<String, ApplicationSnapshot> newest = new HashMap<>();

        @Override
        public boolean keepNewest(ApplicationSnapshot application) {
            var kept = newest.merge(
                    application.id(), application, (before, now) -> now.version() >= before.version() ? now : before);
            return kept.version() == application.version();
        }

        @Override
        public Optional<ApplicationSnapshot> find(String id) {
            return Optional.ofNullable(newest.get(id));
        }
    }

    public static final class Memberships implements MembershipSnapshots {

        private final Map<String, MembershipSnapshot> newest = new HashMap<>();

        @Override
        public boolean keepNewest(MembershipSnapshot membership) {
            var kept = newest.merge(
                    membership.id(), membership, (before, now) -> now.version() >= before.version() ? now : before);
            return kept.version() == membership.version();
        }

        @Override
        public Optional<MembershipSnapshot> find(String id) {
            return Optional.ofNullable(newest.get(id));
        }
    }

    public static final class Companies implements CompanySites {

        private final Map<String, Sites> sites = new HashMap<>();

        @Override
        public void keepNewest(String businessNumber, long version, Sites newSites) {
            sites.put(businessNumber, newSites);
        }

        @Override
        public List<SiteFunctions> functionsOf(String businessNumber) {
            return Optional.ofNullable(sites.get(businessNumber))
                    .map(Sites::functions)
                    .orElse(List.of());
        }

        @Override
        public Set<ZoneId> zonesOf(String businessNumber) {
            return Optional.ofNullable(sites.get(businessNumber))
                    .map(Sites::zones)
                    .orElse(Set.of());
        }

        @Override
        public Optional<List<Place>> sitesOf(String businessNumber) {
            return Optional.ofNullable(sites.get(businessNumber)).map(Sites::places);
        }
    }
}
