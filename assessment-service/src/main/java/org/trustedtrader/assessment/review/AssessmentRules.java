package org.trustedtrader.assessment.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.risk.RiskModel;

/**
 * What an assessment is judged by.
 *
 * @param actionDueDays how many days a company has for a corrective action, unless an approver grants more
 */
public record AssessmentRules(Catalogues catalogues, RiskModel riskModel, int actionDueDays) {

    public AssessmentRules {
        if (actionDueDays < 1) {
            throw new IllegalArgumentException("a corrective action needs at least one day, not " + actionDueDays);
        }
    }

    /** The version of the catalogue that the assessment was answered under. */
    public Catalogue catalogueOf(Assessment assessment) {
        return catalogues.kept(assessment.catalogueVersion());
    }

    LocalDate dueOn(Instant proposedAt) {
        return day(proposedAt).plusDays(actionDueDays);
    }

    /** Calendar days of the programme are those of UTC. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
