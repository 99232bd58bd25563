package org.trustedtrader.enrolment.company;

import java.time.LocalDate;

/**
 * How long an officer's confirmation of an identifier is good.
 *
 * @param months    after which it should be confirmed again
 * @param graceDays after which it ends if nobody did: a delay of the programme's own takes nothing away at once
 */
public record ConfirmationPeriod(int months, int graceDays) {

    LocalDate until(LocalDate today) {
        return today.plusMonths(months);
    }

    /** Confirmations that were good until before that day are over. */
    LocalDate endedBefore(LocalDate today) {
        return today.minusDays(graceDays);
    }
}
