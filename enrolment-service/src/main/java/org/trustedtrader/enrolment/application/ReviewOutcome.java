package org.trustedtrader.enrolment.application;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.SortedSets;

/**
 * What assessment and validation found, as kept with the application that is decided on it.
 *
 * @param validation   the outcome of all sites together; null until the initial visit is closed and no site is left to visit
 * @param sites        the outcome of each site that was visited
 * @param sitesToVisit the required sites that have no outcome
 * @param openVisits   the sites, or the ids, of visits that are not closed
 * @param actionPlanAgreed whether there are corrective actions and the company has agreed all of them
 */
public record ReviewOutcome(
        boolean assessmentCompleted,
        AssessmentReport.@Nullable RiskRating riskRating,
        int openMustActions,
        Set<String> assessors,
        VisitReport.@Nullable Outcome validation,
        Set<String> validators,
        List<SiteOutcome> sites,
        List<String> sitesToVisit,
        List<String> openVisits,
        boolean actionPlanAgreed) {

    static final ReviewOutcome NONE =
            new ReviewOutcome(false, null, 0, Set.of(), null, Set.of(), List.of(), List.of(), List.of(), false);

    public ReviewOutcome {
        assessors = SortedSets.copyOf(assessors);
        validators = SortedSets.copyOf(validators);
        sites = List.copyOf(sites);
        sitesToVisit = List.copyOf(sitesToVisit);
        openVisits = List.copyOf(openVisits);
    }

    /** A high risk, or one that is not known, needs two approvers and an agreed action plan. */
    boolean needsTwoApprovers() {
        return riskRating == AssessmentReport.RiskRating.HIGH || riskRating == AssessmentReport.RiskRating.UNRATED;
    }

    List<String> unsatisfactorySites() {
        return sites.stream()
                .filter(SiteOutcome::unsatisfactory)
                .map(SiteOutcome::site)
                .toList();
    }
}
