package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.time.LocalDate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.calendar.Jurisdiction;

/**
 * The cycle and the deadlines of memberships; settings.
 *
 * @param revalidationYears years from validation to the next one
 * @param appealDays        days after a cancellation in which the member may appeal
 */
public record MembershipRules(int revalidationYears, int appealDays) {

    public MembershipRules {
        if (revalidationYears < 1 || appealDays < 1) {
            throw new IllegalArgumentException("a revalidation cycle and an appeal period are at least 1 long");
        }
    }

    LocalDate nextRevalidation(LocalDate from) {
        return from.plusYears(revalidationYears);
    }

    /** The end of the period to appeal, which is a legal period of the member's province. */
    Instant appealDueAt(Instant cancelledAt, Jurisdiction province) {
        return BusinessCalendar.shipped().endOfLegalPeriod(cancelledAt, appealDays, province);
    }
}
