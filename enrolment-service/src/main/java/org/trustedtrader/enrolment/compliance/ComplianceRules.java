package org.trustedtrader.enrolment.compliance;

import java.time.Instant;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.calendar.Jurisdiction;

/**
 * The periods of compliance cases; settings.
 *
 * @param deemedServedDays days after which an unread notice counts as served
 * @param answerDays       days to answer from the day on which the notice was served, a legal period
 * @param decisionDays     working days in which an approver decides after the answer or the end of its period
 * @param pauseDays        days after that period before a case about security pauses some benefits until it is decided
 */
public record ComplianceRules(int deemedServedDays, int answerDays, int decisionDays, int pauseDays) {

    public ComplianceRules {
        if (deemedServedDays < 1 || answerDays < 1 || decisionDays < 1 || pauseDays < 1) {
            throw new IllegalArgumentException("every period of a compliance case is at least 1 day long");
        }
    }

    public Instant deemedServedAt(Instant opened) {
        return BusinessCalendar.shipped().endOfLegalPeriod(opened, deemedServedDays, Jurisdiction.CANADA);
    }

    public Instant answerDueAt(Instant served, Jurisdiction province) {
        return BusinessCalendar.shipped().endOfLegalPeriod(served, answerDays, province);
    }

    Instant pauseAfter(Instant decideBy) {
        var calendar = BusinessCalendar.shipped();
        return calendar.endOf(calendar.dayOf(decideBy).plusDays(pauseDays));
    }

    Instant decideBy(Instant from) {
        var calendar = BusinessCalendar.shipped();
        return calendar.endOf(calendar.plusWorkingDays(calendar.dayOf(from), decisionDays, Jurisdiction.CANADA));
    }
}
