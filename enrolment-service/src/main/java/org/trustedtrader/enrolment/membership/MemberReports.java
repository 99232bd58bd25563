package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The newest reports of assessment and validation on members; the id of a membership is that of its application. */
public interface MemberReports {

    void keep(String membershipId, long version, AssessmentReport report);

    void keep(String visitId, long version, VisitReport report);

    Optional<AssessmentReport> assessment(String membershipId);

    List<VisitReport> visits(String membershipId);

    /**
     * @param state               of the assessment: OPEN, SUBMITTED, COMPLETED, REOPENED, CLOSED
     * @param revalidationOpenedAt the opening of the revalidation for which the profile was opened again last
     * @param mustActions         corrective actions for criteria that must be met
     * @param changesStatedAt     the newest submission of an annual review whose changes the assessment has taken in
     */
    record AssessmentReport(
            String state,
            @Nullable Instant revalidationOpenedAt,
            Set<String> assessors,
            List<MustAction> mustActions,
            @Nullable Instant changesStatedAt) {}

    /**
     * @param submitted whether the company handed it in and the programme has to verify it
     * @param verified  whether it is done
     */
    record MustAction(String actionId, LocalDate dueOn, boolean submitted, boolean verified) {}

    /**
     * @param type     such as REVALIDATION
     * @param outcome  SATISFACTORY or UNSATISFACTORY, of a closed visit
     * @param closedAt programme time
     */
    record VisitReport(
            String membershipId,
            String type,
            String state,
            @Nullable String outcome,
            @Nullable Instant closedAt,
            Set<String> validators) {}
}
