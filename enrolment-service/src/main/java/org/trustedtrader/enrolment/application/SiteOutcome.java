package org.trustedtrader.enrolment.application;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustedtrader.enrolment.application.VisitReport.Outcome;

/**
 * What the closed visits to one site say. A later visit on site replaces the earlier ones to the same site. A virtual visit can
 * find a site unsatisfactory, but it neither makes one satisfactory nor replaces a visit on site.
 *
 * @param site the site's id, or the visit's where the site is not known
 */
public record SiteOutcome(String site, Outcome outcome) {

    private static final Comparator<VisitReport> BY_TIME =
            Comparator.comparing(VisitReport::at).thenComparing(VisitReport::visitId);

    /** In order of the sites' ids. */
    static List<SiteOutcome> of(List<VisitReport> visits) {
        Map<String, List<VisitReport>> bySite = visits.stream()
                .filter(VisitReport::hasOutcome)
                .sorted(BY_TIME)
                .collect(Collectors.groupingBy(VisitReport::place, TreeMap::new, Collectors.toList()));
        return bySite.entrySet().stream()
                .flatMap(site -> last(site.getValue()).map(outcome -> new SiteOutcome(site.getKey(), outcome)).stream())
                .toList();
    }

    boolean unsatisfactory() {
        return outcome == Outcome.UNSATISFACTORY;
    }

    private static Optional<Outcome> last(List<VisitReport> visitsToSite) {
        Optional<Outcome> onSite = Optional.empty();
        var refutedSince = false;
        for (var visit : visitsToSite) {
            if (visit.subject().onSite()) {
                onSite = Optional.ofNullable(visit.outcome());
                refutedSince = false;
            } else {
                refutedSince = refutedSince || visit.outcome() == Outcome.UNSATISFACTORY;
            }
        }
        return refutedSince ? Optional.of(Outcome.UNSATISFACTORY) : onSite;
    }
}
