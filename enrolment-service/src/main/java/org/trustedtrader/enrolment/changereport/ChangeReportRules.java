package org.trustedtrader.enrolment.changereport;

import java.time.Instant;
import java.time.LocalDate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.calendar.Jurisdiction;

/**
 * The periods of change reports; settings.
 *
 * @param triageDays   working days in which an officer triages a report
 * @param decisionDays working days after that in which another officer decides
 * @param answerDays   days in which the company answers a returned report, a legal period
 */
public record ChangeReportRules(int triageDays, int decisionDays, int answerDays) {

    public ChangeReportRules {
        if (triageDays < 1 || decisionDays < 1 || answerDays < 1) {
            throw new IllegalArgumentException("every period of a change report is at least 1 day long");
        }
    }

    LocalDate triageDueOn(Instant reported) {
        return plusWorkingDays(reported, triageDays);
    }

    LocalDate decisionDueOn(Instant triaged) {
        return plusWorkingDays(triaged, decisionDays);
    }

    LocalDate answerDueOn(Instant returned, Jurisdiction province) {
        var calendar = BusinessCalendar.shipped();
        return calendar.dayOf(calendar.endOfLegalPeriod(returned, answerDays, province));
    }

    private static LocalDate plusWorkingDays(Instant from, int days) {
        var calendar = BusinessCalendar.shipped();
        return calendar.plusWorkingDays(calendar.dayOf(from), days, Jurisdiction.CANADA);
    }
}
