package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.membership.MemberReports.AssessmentReport;
import org.trustedtrader.enrolment.membership.MemberReports.VisitReport;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * What was reported since a revalidation opened.
 *
 * @param assessment the assessment that was opened again for it; null if none was yet
 * @param visits     the visits for it
 */
record RevalidationReports(@Nullable AssessmentReport assessment, List<VisitReport> visits) {

    private static final Set<String> WAITS_FOR_COMPANY = Set.of("PROPOSED", "RESPONSE_AWAITED");
    private static final Set<String> OVER = Set.of("CLOSED", "CANCELLED");

    static RevalidationReports since(Instant openedAt, String membershipId, MemberReports reports) {
        var assessment = reports.assessment(membershipId)
                .filter(a -> openedAt.equals(a.revalidationOpenedAt()))
                .orElse(null);
        var visits = reports.visits(membershipId).stream()
                .filter(visit -> visit.type().equals("REVALIDATION"))
                .filter(visit -> visit.closedAt() == null || !visit.closedAt().isBefore(openedAt))
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
        var closed =
                visits.stream().filter(visit -> visit.state().equals("CLOSED")).toList();
        if (closed.isEmpty() || visits.stream().anyMatch(visit -> !OVER.contains(visit.state()))) {
            missing.add(new Violation("VisitsClosed", Message.of("enrolment.membership.revalidation-visit")));
        }
        if (closed.stream().anyMatch(visit -> !"SATISFACTORY".equals(visit.outcome()))) {
            missing.add(new Violation(
                    "VisitsSatisfactory", Message.of("enrolment.membership.revalidation-unsatisfactory")));
        }
        return missing;
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

    /** Whether the company has to act next: to hand in the profile, to answer proposed slots or findings. */
    boolean turnIsWithCompany() {
        return assessment == null
                || assessment.state().equals("REOPENED")
                || assessment.state().equals("OPEN")
                || visits.stream().anyMatch(visit -> WAITS_FOR_COMPANY.contains(visit.state()));
    }
}
