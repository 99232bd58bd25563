package org.trustedtrader.validation.visit;

import java.time.LocalDate;

/**
 * By when the visits of a revalidation are made: ahead of its due date, which an officer may have extended.
 *
 * @param leadDays between the last day for the visits and the due date of the revalidation
 */
public record VisitDueDates(RevalidationDuties duties, int leadDays) {

    LocalDate lastDay(Revalidation revalidation) {
        return duties.of(revalidation.membershipId(), revalidation.dueOn())
                .map(RevalidationDuties.Duty::dueOn)
                .orElse(revalidation.dueOn())
                .minusDays(leadDays);
    }
}
