package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.calendar.Jurisdiction;

/**
 * The cycle and the periods of memberships; settings. Legal periods end on a working day of the member's province; officers'
 * working days are those of Canada.
 *
 * @param revalidationYears      years from validation to the next one
 * @param highRiskRevalidationYears the same where the risk is HIGH, or not rated and so perhaps high
 * @param revalidationOpensMonths months before the due date at which the revalidation opens by itself
 * @param appealDays             days after a cancellation in which the member may appeal
 * @param confirmationDays       working days in which another officer confirms a suspension for safety
 * @param objectionDays          days after a suspension in which the member may object
 * @param objectionAnswerDays    working days in which an objection is answered
 * @param suspensionReviewDays   days after which a suspension is lifted, extended with a reason, or followed by a case
 */
public record MembershipRules(
        int revalidationYears,
        int highRiskRevalidationYears,
        int revalidationOpensMonths,
        int appealDays,
        int confirmationDays,
        int objectionDays,
        int objectionAnswerDays,
        int suspensionReviewDays) {

    private static final Set<String> SHORTEN_THE_CYCLE = Set.of("HIGH", "UNRATED");

    public MembershipRules {
        if (revalidationYears < 1
                || highRiskRevalidationYears < 1
                || revalidationOpensMonths < 1
                || appealDays < 1
                || confirmationDays < 1
                || objectionDays < 1
                || objectionAnswerDays < 1
                || suspensionReviewDays < 1) {
            throw new IllegalArgumentException("every period of a membership is at least 1 long");
        }
    }

    /** @param riskRating of the last completed assessment; null if it is not known */
    LocalDate nextRevalidation(LocalDate from, @Nullable String riskRating) {
        return from.plusYears(cycleYears(riskRating));
    }

    /** A high risk never makes the cycle longer, whatever the settings say. */
    int cycleYears(@Nullable String riskRating) {
        return riskRating != null && SHORTEN_THE_CYCLE.contains(riskRating)
                ? Math.min(revalidationYears, highRiskRevalidationYears)
                : revalidationYears;
    }

    public LocalDate revalidationOpensOn(LocalDate dueOn) {
        return dueOn.minusMonths(revalidationOpensMonths);
    }

    /** The latest due date of the revalidations that are open on that day. */
    public LocalDate revalidationIsOpenFor(LocalDate today) {
        return today.plusMonths(revalidationOpensMonths);
    }

    /** The end of the period to appeal, which is a legal period of the member's province. */
    Instant appealDueAt(Instant cancelledAt, Jurisdiction province) {
        return BusinessCalendar.shipped().endOfLegalPeriod(cancelledAt, appealDays, province);
    }

    Instant confirmBy(Instant suspendedAt) {
        return endOfWorkingDays(suspendedAt, confirmationDays);
    }

    Instant objectUntil(Instant suspendedAt, Jurisdiction province) {
        return BusinessCalendar.shipped().endOfLegalPeriod(suspendedAt, objectionDays, province);
    }

    Instant answerBy(Instant objectedAt) {
        return endOfWorkingDays(objectedAt, objectionAnswerDays);
    }

    Instant reviewOn(Instant from) {
        return BusinessCalendar.shipped().endOfLegalPeriod(from, suspensionReviewDays, Jurisdiction.CANADA);
    }

    private static Instant endOfWorkingDays(Instant from, int days) {
        var calendar = BusinessCalendar.shipped();
        return calendar.endOf(calendar.plusWorkingDays(calendar.dayOf(from), days, Jurisdiction.CANADA));
    }
}
