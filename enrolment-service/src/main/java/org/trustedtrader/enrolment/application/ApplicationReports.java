package org.trustedtrader.enrolment.application;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The newest reports on one application. The initial visit gives the outcome, or a later one on site; a virtual visit gives
 * none.
 */
public record ApplicationReports(Optional<AssessmentReport> assessment, List<VisitReport> visits) {

    public static final ApplicationReports NOTHING = new ApplicationReports(Optional.empty(), List.of());

    private static final Comparator<VisitReport> BY_TIME =
            Comparator.comparing(VisitReport::at).thenComparing(VisitReport::visitId);

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

    boolean assessmentReopened() {
        return assessment.filter(a -> !a.completed()).isPresent();
    }

    boolean validationDecided() {
        return deciding().isPresent();
    }

    ReviewOutcome findings() {
        var validators =
                visits.stream().flatMap(visit -> visit.validators().stream()).collect(Collectors.toUnmodifiableSet());
        return new ReviewOutcome(
                assessmentCompleted(),
                assessment.map(AssessmentReport::riskRating).orElse(null),
                assessment.map(AssessmentReport::openMustActions).orElse(0),
                assessment.map(AssessmentReport::assessors).orElse(Set.of()),
                deciding().map(VisitReport::outcome).orElse(null),
                validators);
    }

    private Optional<VisitReport> deciding() {
        var decisive = visits.stream().filter(VisitReport::decides).toList();
        return decisive.stream().anyMatch(visit -> visit.subject().initial())
                ? decisive.stream().max(BY_TIME)
                : Optional.empty();
    }
}
