package org.trustedtrader.enrolment.application;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.SortedSets;

/**
 * The newest known state of the application's assessment.
 *
 * @param version  of the assessment
 * @param underWay whether the company has begun to answer, or more
 * @param assessors actor ids of everybody who assessed
 * @param actionPlanAgreed whether there are corrective actions and the company has agreed all of them
 * @param turn      who has to act next; null in reports of the version before
 */
public record AssessmentReport(
        long version,
        boolean underWay,
        boolean completed,
        @Nullable RiskRating riskRating,
        int openMustActions,
        Set<String> assessors,
        int answered,
        int total,
        @Nullable Turn turn,
        boolean actionPlanAgreed) {

    public AssessmentReport {
        assessors = SortedSets.copyOf(assessors);
    }

    /** The worst leg of the supply chain decides. The order is that of work lists: what is not known comes first. */
    public enum RiskRating {
        LOW,
        MEDIUM,
        HIGH,
        /** Goods move, and no supply chain is declared. */
        UNRATED
    }
}
