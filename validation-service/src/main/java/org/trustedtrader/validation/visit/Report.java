package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The validator's report.
 *
 * @param issuedAt     null while it is a draft
 * @param responseDays how many days the company has, as the policy was when the report was issued; extensions included
 */
public record Report(String summary, @Nullable Instant issuedAt, int responseDays) {

    static Report draft(String summary) {
        return new Report(summary, null, 0);
    }

    Report issued(Instant at, int days) {
        return new Report(summary, at, days);
    }

    Report extendedBy(int days) {
        return new Report(summary, issuedAt, responseDays + days);
    }

    /** The last day on which the company may respond, on the calendar of that zone; empty while it is a draft. */
    public Optional<LocalDate> respondBy(ZoneId zone) {
        return Optional.ofNullable(issuedAt)
                .map(at -> at.atZone(zone).toLocalDate().plusDays(responseDays));
    }
}
