package org.trustedtrader.validation.visit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.validation.visit.ApplicationProjection.CompletedAssessment;
import org.trustedtrader.validation.visit.RequiredSitePolicy.Choice;

/**
 * A completed assessment makes the applicant's first visits due, one for each site that the policy chooses, once, however
 * often and in whatever order the news of it and of the application's end arrive. The first visit keeps the choice.
 */
public final class MakeInitialVisitDue {

    private static final Actor SELF = Actor.service("validation");

    private final Visits visits;
    private final ApplicationProjection applications;
    private final SitesToVisit sites;
    private final EndVisits endVisits;
    private final Clock clock;

    public MakeInitialVisitDue(
            Visits visits, ApplicationProjection applications, SitesToVisit sites, EndVisits endVisits, Clock clock) {
        this.visits = visits;
        this.applications = applications;
        this.sites = sites;
        this.endVisits = endVisits;
        this.clock = clock;
    }

    /**
     * Chooses among a company's sites, the riskiest first; none if the company has no site on record.
     *
     * @see RequiredSitePolicy
     */
    @FunctionalInterface
    public interface SitesToVisit {

        List<Choice> of(String company);

        /** Of the sites that events told of, or of those that enrolment tells if no event has arrived. */
        static SitesToVisit of(SiteProjection known, Companies companies, RequiredSitePolicy policy) {
            return company -> {
                var onRecord = known.of(company)
                        .or(() -> companies.find(company).map(Companies.Company::sites))
                        .orElse(List.of());
                return policy.choose(ChooseSite.ranked(onRecord));
            };
        }
    }

    /** To be called after the assessment is kept in the projection. */
    public void afterAssessment(String applicationId) {
        var completed = applications.completedAssessment(applicationId);
        if (completed.isEmpty() || applications.ending(applicationId).isPresent()) {
            return;
        }
        makeDue(applicationId, completed.get());
        for (var visit : visits.ofFile(applicationId)) {
            if (visit.snapshot().origin().type().servesAFile()) {
                visits.react(
                        visit.id(),
                        v -> applications
                                .completedAssessment(applicationId)
                                .ifPresent(newest -> v.rerate(newest.risk(), SELF, clock.instant())));
            }
        }
        // The end may have become known since it was asked for above, and then found no visit to cancel.
        applications.ending(applicationId).ifPresent(state -> endVisits.ofApplication(applicationId, state));
    }

    private void makeDue(String applicationId, CompletedAssessment assessment) {
        var first = visits.find(Visit.initialId(applicationId));
        var missing = first.map(kept -> missing(applicationId, kept)).orElse(List.of());
        if (first.isPresent() && missing.isEmpty()) {
            return;
        }
        var choices = sites.of(assessment.company());
        if (first.isEmpty()) {
            var required = new RequiredSites(
                    choices.stream().map(choice -> choice.site().id()).toList());
            var riskiest = choices.isEmpty() ? null : choices.getFirst();
            visits.createIfAbsent(visit(Visit.initialId(applicationId), applicationId, assessment, riskiest, required));
        }
        var kept = visits.find(Visit.initialId(applicationId)).orElseThrow();
        var stillMissing = missing(applicationId, kept);
        choices.stream()
                .filter(choice -> stillMissing.contains(choice.site().id()))
                .map(choice -> visit(
                        Visit.initialId(applicationId, choice.site().id()),
                        applicationId,
                        assessment,
                        choice,
                        kept.snapshot().required()))
                .forEach(visits::createIfAbsent);
    }

    /** The required sites without a visit: there are some if a choice was cut short. */
    private List<String> missing(String applicationId, Visit first) {
        var missing = new ArrayList<>(first.snapshot().required().ids());
        for (var visit : visits.ofFile(applicationId)) {
            var origin = visit.snapshot().origin();
            if (origin.type() == Visit.Type.INITIAL) {
                missing.remove(origin.siteId());
                visit.snapshot().siteId().ifPresent(missing::remove);
            }
        }
        return missing;
    }

    private Visit visit(
            String id,
            String applicationId,
            CompletedAssessment assessment,
            @Nullable Choice choice,
            RequiredSites required) {
        var origin = new VisitOrigin(
                Visit.Type.INITIAL,
                assessment.company(),
                applicationId,
                clock.instant(),
                "",
                null,
                choice == null ? null : choice.site().id(),
                choice == null ? Requirement.of(Requirement.Cause.NO_SITE_ON_RECORD) : choice.requirement(),
                null);
        return Visit.due(id, origin, assessment.risk(), required, SELF);
    }
}
