package org.trustedtrader.assessment.review;

import java.time.LocalDate;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.calendar.Jurisdiction;

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

    /** The last day for a corrective action, which is a working day. */
    LocalDate dueOn(LocalDate proposedOn) {
        return BusinessCalendar.shipped().lastDayOfLegalPeriod(proposedOn, actionDueDays, Jurisdiction.CANADA);
    }
}
