package org.trustedtrader.assessment.threatlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.criteria.Threat;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.risk.Band;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.risk.ThreatLevels;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.publication.PublishedDocuments;

/** Shows what a list of threat levels would do before anybody publishes it. Changes nothing: ratings stay until they are made anew. */
public final class PreviewThreatList {

    private static final int PAGE = 200;
    private static final int MOST_EXAMPLES = 10;

    private final PublishedDocuments<ThreatLevels> documents;
    private final Assessments assessments;

    public PreviewThreatList(PublishedDocuments<ThreatLevels> documents, Assessments assessments) {
        this.documents = documents;
        this.assessments = assessments;
    }

    /**
     * What a list would change.
     *
     * @param comparedWith the list that would be in force at its time otherwise
     * @param rated        how many ratings that count were looked at
     * @param changed      how many of them would be another band
     * @param examples     at most {@value #MOST_EXAMPLES} of them
     */
    public record Preview(
            String version,
            String comparedWith,
            Instant effectiveFrom,
            List<PlaceChange> places,
            long rated,
            long changed,
            List<RatingChange> examples) {}

    /** A place whose levels differ. @param before null for one that has no levels of its own there */
    public record PlaceChange(
            String place,
            @Nullable Map<Threat, Integer> before,
            @Nullable Map<Threat, Integer> after) {}

    /** A rating as it is with the list compared with, and as it would be. */
    public record RatingChange(String assessmentId, Band before, Band after) {}

    public Preview preview(String version, Actor actor) {
        var draft = documents.versions().visible(version, actor).draft();
        var before = documents.without(version, draft.effectiveFrom());
        var after = documents.read(draft);
        var tally = new Tally(new RiskModel(before.content()), new RiskModel(after));
        var page = Optional.<String>empty();
        do {
            var found = assessments.list(actor, Optional.empty(), Optional.empty(), page, PAGE);
            found.forEach(tally::add);
            page = found.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(found.getLast().id());
        } while (page.isPresent());
        return new Preview(
                version,
                before.version(),
                draft.effectiveFrom(),
                places(before.content(), after),
                tally.rated,
                tally.changed,
                List.copyOf(tally.examples));
    }

    private static List<PlaceChange> places(ThreatLevels before, ThreatLevels after) {
        var places = new TreeSet<>(before.places().keySet());
        places.addAll(after.places().keySet());
        return places.stream()
                .map(place -> new PlaceChange(
                        place, before.places().get(place), after.places().get(place)))
                .filter(change -> change.before() == null
                        || change.after() == null
                        || !change.before().equals(change.after()))
                .toList();
    }

    /** Counts the ratings that would be another band, from the inputs that are stored with each. */
    private static final class Tally {

        private final RiskModel before;
        private final RiskModel after;
        private final List<RatingChange> examples = new ArrayList<>();
        private long rated;
        private long changed;

        private Tally(RiskModel before, RiskModel after) {
            this.before = before;
            this.after = after;
        }

        private void add(Assessment assessment) {
            assessment.counting().ifPresent(risk -> {
                rated++;
                var now = before.rateAgain(risk.inputs()).rating();
                var then = after.rateAgain(risk.inputs()).rating();
                if (now != then) {
                    changed++;
                    if (examples.size() < MOST_EXAMPLES) {
                        examples.add(new RatingChange(assessment.id(), now, then));
                    }
                }
            });
        }
    }
}
