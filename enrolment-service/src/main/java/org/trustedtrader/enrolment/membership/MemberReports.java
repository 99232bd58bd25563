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
     * @param riskRating          LOW, MEDIUM, HIGH or UNRATED; null before the first completion, and in a report of the version before
     */
    record AssessmentReport(
            String state,
            @Nullable Instant revalidationOpenedAt,
            Set<String> assessors,
            List<MustAction> mustActions,
            @Nullable Instant changesStatedAt,
            @Nullable String riskRating) {}

    /**
     * @param submitted whether the company handed it in and the programme has to verify it
     * @param verified  whether it is done
     */
    record MustAction(String actionId, LocalDate dueOn, boolean submitted, boolean verified) {}

    /**
     * @param type       such as REVALIDATION
     * @param outcome    SATISFACTORY or UNSATISFACTORY, of a closed visit
     * @param closedAt   programme time
     * @param validators actor ids of everybody who validated, or decided on a disputed finding
     * @param sites      null in a report of the version before
     * @param revalidationOpenedAt the opening of the revalidation that made the visit due; null for another visit
     * @param waitingFor COMPANY, VALIDATOR or THE_DAY; null once the visit has ended
     */
    record VisitReport(
            String membershipId,
            String type,
            String state,
            @Nullable String outcome,
            @Nullable Instant closedAt,
            Set<String> validators,
            @Nullable Sites sites,
            @Nullable Instant revalidationOpenedAt,
            @Nullable String waitingFor) {

        private static final Set<String> ENDED = Set.of("CLOSED", "CANCELLED");

        boolean open() {
            return !ENDED.contains(state);
        }

        boolean closed() {
            return state.equals("CLOSED");
        }
    }

    /**
     * Which site a visit is made to, and which ones its file requires.
     *
     * @param place     the site's id; the visit's while no site is chosen
     * @param insteadOf the site that it was due for, if that one is gone and the visit is made to another one
     * @param required  all sites that the revalidation requires, as this visit knows them
     * @param dropped   whether the visit was cancelled because its site is gone
     */
    record Sites(String place, @Nullable String insteadOf, Set<String> required, boolean dropped) {}
}
