package org.trustedtrader.enrolment.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.SortedSets;

/**
 * The newest reports on one application. The validation is decided once the initial visit is closed and every required site
 * was visited. Every site counts: one unsatisfactory site makes the validation unsatisfactory.
 */
public record ApplicationReports(Optional<AssessmentReport> assessment, List<VisitReport> visits) {

    public static final ApplicationReports NOTHING = new ApplicationReports(Optional.empty(), List.of());

    public ApplicationReports {
        visits = List.copyOf(visits);
    }

    /** Without visits to other companies, whatever application they name. */
    ApplicationReports concerning(String company) {
        return new ApplicationReports(
                assessment,
                visits.stream().filter(visit -> visit.concerns(company)).toList());
    }

    /** The version of every report, by the subject of its events. */
    Map<String, Long> versions(String applicationId) {
        var versions = new HashMap<String, Long>();
        assessment.ifPresent(a -> versions.put("assessment/" + applicationId, a.version()));
        visits.forEach(visit -> versions.put("visit/" + visit.visitId(), visit.version()));
        return versions;
    }

    /** Whether any of this is older than what was taken in before. */
    boolean olderThan(Map<String, Long> seen, String applicationId) {
        return versions(applicationId).entrySet().stream()
                .anyMatch(report -> report.getValue() < seen.getOrDefault(report.getKey(), 0L));
    }

    boolean assessmentUnderWay() {
        return assessment.filter(a -> a.underWay() || a.completed()).isPresent();
    }

    boolean assessmentCompleted() {
        return assessment.filter(AssessmentReport::completed).isPresent();
    }

    /** Whether the company has still to answer its criteria, or to answer them again. */
    boolean profileWithApplicant() {
        return assessment.filter(a -> a.turn() == Turn.APPLICANT).isPresent();
    }

    boolean visitWithApplicant() {
        return visits.stream().anyMatch(visit -> visit.waitsFor(Turn.APPLICANT));
    }

    boolean visitWithProgramme() {
        return visits.stream().anyMatch(visit -> visit.waitsFor(Turn.PROGRAMME));
    }

    /** Where the company has to choose a time or to answer a report. */
    List<String> visitsWithApplicant() {
        return places(visit -> visit.waitsFor(Turn.APPLICANT));
    }

    boolean validationDecided() {
        return visits.stream().anyMatch(VisitReport::initiallyMade)
                && sitesToVisit().isEmpty();
    }

    ReviewOutcome findings() {
        var validators =
                visits.stream().flatMap(visit -> visit.validators().stream()).collect(SortedSets.toSortedSet());
        var sites = SiteOutcome.of(visits);
        return new ReviewOutcome(
                assessmentCompleted(),
                assessment.map(AssessmentReport::riskRating).orElse(null),
                assessment.map(AssessmentReport::openMustActions).orElse(0),
                assessment.map(AssessmentReport::assessors).orElse(Set.of()),
                validation(sites),
                validators,
                sites,
                sitesToVisit(),
                places(VisitReport::open),
                assessment.map(AssessmentReport::actionPlanAgreed).orElse(false));
    }

    private VisitReport.@Nullable Outcome validation(List<SiteOutcome> sites) {
        if (sites.stream().anyMatch(SiteOutcome::unsatisfactory)) {
            return VisitReport.Outcome.UNSATISFACTORY;
        }
        return validationDecided() ? VisitReport.Outcome.SATISFACTORY : null;
    }

    /**
     * The required sites without a closed initial visit. A visit that was cancelled requires nothing; a site that is gone is not
     * required, such as one instead of which another one is visited.
     */
    private List<String> sitesToVisit() {
        var done = places(VisitReport::initiallyMade);
        var dropped = new ArrayList<>(places(VisitReport::dropsSite));
        visits.stream().map(VisitReport::insteadOf).filter(Objects::nonNull).forEach(dropped::add);
        dropped.removeAll(places(VisitReport::initiallyPlanned));
        return visits.stream()
                .filter(visit -> visit.open() || visit.closed())
                .flatMap(visit -> visit.requiredSites().stream())
                .filter(site -> !done.contains(site) && !dropped.contains(site))
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> places(Predicate<VisitReport> which) {
        return visits.stream()
                .filter(which)
                .map(VisitReport::place)
                .distinct()
                .sorted()
                .toList();
    }
}
