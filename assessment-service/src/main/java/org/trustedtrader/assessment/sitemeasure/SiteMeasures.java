package org.trustedtrader.assessment.sitemeasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** What protects one site, as its company states it. The record outlives applications and assessments. */
public final class SiteMeasures extends Aggregate {

    private static final String KEPT = "KEPT";

    private final Site site;
    private final Map<String, Measure> measures = new LinkedHashMap<>();

    /** Whether the site has the measure. */
    public enum State {
        PRESENT,
        PARTIAL,
        ABSENT,
        NOT_APPLICABLE
    }

    /** @param company by its business number */
    public record Site(String company, String siteId) {

        public String recordId() {
            return company + "-" + siteId;
        }
    }

    /** An evidence file of an assessment of the company. */
    public record Photo(String assessmentId, String fileId) {}

    /** @param seenOn the day on which the company looked, where the site is */
    public record Measure(String measure, State state, Optional<String> note, Optional<Photo> photo, LocalDate seenOn) {

        private String inWords() {
            return measure + ": " + state + ", seen on " + seenOn;
        }
    }

    /** The stored state. */
    public record Snapshot(Site site, List<Measure> measures) {}

    private SiteMeasures(Stored stored, Snapshot snapshot) {
        super(stored);
        site = snapshot.site();
        snapshot.measures().forEach(measure -> measures.put(measure.measure(), measure));
    }

    public static SiteMeasures restore(Stored stored, Snapshot snapshot) {
        return new SiteMeasures(stored, snapshot);
    }

    /** The record begins with the first measure that is stated. */
    public static SiteMeasures begin(Site site, Measure first, Actor actor, Instant at) {
        var measures = new SiteMeasures(new Stored(site.recordId(), 0, Map.of()), new Snapshot(site, List.of()));
        measures.requireOwnPeople(actor);
        measures.measures.put(first.measure(), first);
        measures.record(Change.birth(KEPT, "measure-stated", actor, at).because(first.inWords()));
        return measures;
    }

    /** The history keeps what was stated before. */
    public void state(Measure measure, Actor actor, Instant at) {
        requireOwnPeople(actor);
        measures.put(measure.measure(), measure);
        record(Change.within(KEPT, "measure-stated", actor, at).because(measure.inWords()));
    }

    public Optional<Measure> find(String measure) {
        return Optional.ofNullable(measures.get(measure));
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.mayRead(actor, site.company()) || actor.has(Roles.SERVICE);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.of(site.company());
    }

    public Snapshot snapshot() {
        return new Snapshot(site, List.copyOf(measures.values()));
    }

    private void requireOwnPeople(Actor actor) {
        if (!actor.belongsTo(site.company())) {
            throw new Refusal.NotAllowed(Message.of("assessment.participants.company-only"));
        }
    }
}
