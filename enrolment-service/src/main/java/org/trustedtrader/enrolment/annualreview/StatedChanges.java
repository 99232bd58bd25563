package org.trustedtrader.enrolment.annualreview;

import java.time.Instant;
import java.util.Set;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.MemberReports.AssessmentReport;

/** How far the assessment is with the changes that a review stated. */
enum StatedChanges {
    /** The review stated none. */
    NONE,
    /** The assessment has not been opened again yet, or officers judge it. */
    WITH_PROGRAMME,
    /** The company has to give its changed answers and hand them in. */
    WITH_COMPANY,
    /** The assessment is completed again. */
    ASSESSED;

    private static final Set<String> WAITS_FOR_COMPANY = Set.of("OPEN", "REOPENED");

    static StatedChanges of(AnnualReview.Snapshot review, MemberReports reports) {
        var stated = review.changesStatedAt();
        if (stated == null) {
            return NONE;
        }
        return reports.assessment(review.subject().membershipId())
                .filter(report -> tookIn(report, stated))
                .map(report -> switch (report.state()) {
                    case "COMPLETED" -> ASSESSED;
                    case String state when WAITS_FOR_COMPANY.contains(state) -> WITH_COMPANY;
                    default -> WITH_PROGRAMME;
                })
                .orElse(WITH_PROGRAMME);
    }

    private static boolean tookIn(AssessmentReport report, Instant stated) {
        var taken = report.changesStatedAt();
        return taken != null && !taken.isBefore(stated);
    }
}
