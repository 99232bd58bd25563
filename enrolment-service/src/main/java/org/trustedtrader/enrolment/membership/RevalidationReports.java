package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.membership.MemberReports.AssessmentReport;
import org.trustedtrader.enrolment.membership.MemberReports.Sites;
import org.trustedtrader.enrolment.membership.MemberReports.VisitReport;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * What was reported since a revalidation opened. Every required site counts: each needs a closed visit, and the last one to each
 * site has to be satisfactory, so that a repeat replaces only the visit to the same site.
 *
 * @param assessment the assessment that was opened again for it; null if none was yet
 * @param visits     the visits for it
 */
record RevalidationReports(@Nullable AssessmentReport assessment, List<VisitReport> visits) {

    private static final Set<String> PROFILE_WITH_COMPANY = Set.of("OPEN", "REOPENED");
    private static final Sites UNKNOWN = new Sites("", null, Set.of(), false);

    /** The visits that were made due for it, that are open, or that were closed since it opened. */
    static RevalidationReports since(Instant openedAt, String membershipId, MemberReports reports) {
        var assessment = reports.assessment(membershipId)
                .filter(a -> openedAt.equals(a.revalidationOpenedAt()))
                .orElse(null);
        var visits = reports.visits(membershipId).stream()
                .filter(visit -> visit.type().equals("REVALIDATION"))
                .filter(visit -> openedAt.equals(visit.revalidationOpenedAt())
                        || visit.open()
                        || visit.closedAt() != null && !visit.closedAt().isBefore(openedAt))
                .toList();
        return new RevalidationReports(assessment, visits);
    }

    /** What is missing before the revalidation can be completed; empty if nothing is. */
    List<Violation> objections() {
        var missing = new ArrayList<Violation>();
        if (assessment == null || !assessment.state().equals("COMPLETED")) {
            missing.add(
                    new Violation("AssessmentCompleted", Message.of("enrolment.membership.revalidation-assessment")));
        }
        if (visits.stream().noneMatch(VisitReport::closed) || visits.stream().anyMatch(VisitReport::open)) {
            missing.add(new Violation("VisitsClosed", Message.of("enrolment.membership.revalidation-visit")));
        }
        if (!sitesToVisit().isEmpty()) {
            missing.add(new Violation(
                    "RequiredSitesVisited", Message.of("enrolment.membership.revalidation-sites", sitesToVisit())));
        }
        if (!unsatisfactorySites().isEmpty()) {
            missing.add(new Violation(
                    "VisitsSatisfactory",
                    Message.of("enrolment.membership.revalidation-unsatisfactory", unsatisfactorySites())));
        }
        return missing;
    }

    /**
     * The required sites without a closed visit. A visit that was cancelled leaves its site required, unless the site is gone.
     */
    private List<String> sitesToVisit() {
        var sites = new TreeSet<String>();
        visits.forEach(visit -> sites.addAll(sites(visit).required()));
        visits.stream().map(RevalidationReports::sites).forEach(of -> {
            if (of.dropped()) {
                sites.remove(of.place());
            }
            if (of.insteadOf() != null) {
                sites.remove(of.insteadOf());
            }
        });
        visits.stream()
                .filter(VisitReport::closed)
                .forEach(visit -> sites.remove(sites(visit).place()));
        return List.copyOf(sites);
    }

    private List<String> unsatisfactorySites() {
        Map<String, List<VisitReport>> bySite = visits.stream()
                .filter(VisitReport::closed)
                .collect(Collectors.groupingBy(visit -> sites(visit).place(), TreeMap::new, Collectors.toList()));
        return bySite.entrySet().stream()
                .filter(site -> !isSatisfactory(site.getKey(), site.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By the last visit to the site; where reports do not name the site, by all of them. */
    private static boolean isSatisfactory(String place, List<VisitReport> visitsToSite) {
        Stream<VisitReport> count = place.isEmpty()
                ? visitsToSite.stream()
                : visitsToSite.stream()
                        .max(Comparator.comparing(
                                VisitReport::closedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .stream();
        return count.allMatch(visit -> "SATISFACTORY".equals(visit.outcome()));
    }

    private static Sites sites(VisitReport visit) {
        return visit.sites() == null ? UNKNOWN : visit.sites();
    }

    /** Of the assessment for this revalidation; null before it is completed. */
    @Nullable
    String riskRating() {
        return assessment == null ? null : assessment.riskRating();
    }

    /** Who assessed or visited. */
    List<Share> shares() {
        var shares = new ArrayList<Share>();
        if (assessment != null) {
            assessment.assessors().forEach(id -> shares.add(Share.participation(id, "ASSESSMENT", "part.assessed")));
        }
        visits.forEach(visit ->
                visit.validators().forEach(id -> shares.add(Share.participation(id, "VALIDATION", "part.validated"))));
        return shares;
    }

    /**
     * Whether the company has to act next: to hand in the profile, or, once that is assessed, to choose a time or answer a report
     * while no visit waits for an officer. Until the assessment takes part in the revalidation the company can do nothing: it may
     * be under review.
     */
    boolean turnIsWithCompany() {
        if (assessment == null) {
            return false;
        }
        if (PROFILE_WITH_COMPANY.contains(assessment.state())) {
            return true;
        }
        return assessment.state().equals("COMPLETED") && waitFor("COMPANY") && !waitFor("VALIDATOR");
    }

    private boolean waitFor(String side) {
        return visits.stream().filter(VisitReport::open).anyMatch(visit -> side.equals(visit.waitingFor()));
    }
}
