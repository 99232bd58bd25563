package org.trustedtrader.validation.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Visits in a map, for tests of rules; headers of commands are not looked at. */
public final class InMemoryVisits implements Visits {

    private final Map<String, Visit> visits = new TreeMap<>();

    @Override
    public Optional<Visit> find(String id) {
        return Optional.ofNullable(visits.get(id)).map(VisitFixtures::stored);
    }

    @Override
    public Visit visible(String id, Actor actor) {
        return find(id).filter(v -> v.visibleTo(actor)).orElseThrow(() -> new Refusal.NotFound("visit"));
    }

    @Override
    public Visit create(Visit fresh, Command command) {
        mustBeTheOnlyOneOpen(fresh);
        return keep(fresh);
    }

    @Override
    public Visit change(String id, Command command, Consumer<Visit> verb) {
        var visit = visible(id, command.actor());
        verb.accept(visit);
        mustBeTheOnlyOneOpen(visit);
        return keep(visit);
    }

    private void mustBeTheOnlyOneOpen(Visit visit) {
        var key = visit.snapshot().openFor();
        if (key.isPresent()
                && visits.values().stream()
                        .filter(other -> !other.id().equals(visit.id()))
                        .anyMatch(other -> other.snapshot().openFor().equals(key))) {
            throw new Refusal.RuleBroken("visit-open", Message.of("validation.visit-open"));
        }
    }

    @Override
    public Optional<Visit> react(String id, Consumer<Visit> verb) {
        return find(id).map(visit -> {
            verb.accept(visit);
            return visit.change().isPresent() ? keep(visit) : visit;
        });
    }

    @Override
    public boolean createIfAbsent(Visit fresh) {
        if (visits.containsKey(fresh.id())) {
            return false;
        }
        keep(fresh);
        return true;
    }

    @Override
    public List<HistoryEntry> history(String id) {
        return List.of();
    }

    @Override
    public List<Visit> matching(Criteria criteria, @Nullable String afterId, int limit) {
        return new ArrayList<>(visits.values());
    }

    @Override
    public List<Visit> occupying(String officer) {
        return visits.values().stream()
                .filter(v -> VisitState.OCCUPYING.contains(v.state()))
                .filter(v -> v.snapshot().schedule().officers().contains(officer))
                .toList();
    }

    @Override
    public List<Visit> ofFile(String file) {
        return visits.values().stream()
                .filter(v -> file.equals(v.snapshot().origin().applicationId())
                        || file.equals(v.snapshot().origin().membershipId()))
                .toList();
    }

    @Override
    public List<Visit> openOf(String company) {
        return visits.values().stream()
                .filter(v -> v.snapshot().origin().company().equals(company))
                .filter(v -> !v.state().isFinal())
                .toList();
    }

    @Override
    public List<Visit> ofYear(int year) {
        return new ArrayList<>(visits.values());
    }

    public Visit keep(Visit visit) {
        var stored = Visit.restore(new Aggregate.Stored(visit.id(), visit.version(), visit.seen()), visit.snapshot());
        visits.put(visit.id(), stored);
        return stored;
    }
}
