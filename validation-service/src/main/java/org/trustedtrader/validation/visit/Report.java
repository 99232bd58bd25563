package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The validator's report.
 *
 * @param issuedAt     null while it is a draft
 * @param responseDays how many days the company has, as the policy was when the report was issued; extensions included
 */
public record Report(String summary, @Nullable Instant issuedAt, int responseDays) {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.shipped();

    static Report draft(String summary) {
        return new Report(summary, null, 0);
    }

    Report issued(Instant at, int days) {
        return new Report(summary, at, days);
    }

    Report extendedBy(int days) {
        return new Report(summary, issuedAt, responseDays + days);
    }

    /**
     * The last day on which the company may respond, a day of the programme's zone: the period is a legal one and never
     * ends on a day on which nobody works in the site's province. Empty while the report is a draft.
     */
    Optional<LocalDate> respondBy(Site site) {
        return Optional.ofNullable(issuedAt)
                .map(at -> CALENDAR.lastDayOfLegalPeriod(CALENDAR.dayOf(at), responseDays, site.jurisdiction()));
    }

    /** @throws Refusal.RuleBroken after the last day for a response */
    void mustBeInTime(Site site, Instant now) {
        if (isResponseOverdue(site, now)) {
            throw new Refusal.RuleBroken(
                    "response-overdue",
                    Message.of("validation.response.overdue", respondBy(site).orElseThrow()));
        }
    }

    boolean isResponseOverdue(Site site, Instant now) {
        return respondBy(site).filter(day -> CALENDAR.dayOf(now).isAfter(day)).isPresent();
    }
}
