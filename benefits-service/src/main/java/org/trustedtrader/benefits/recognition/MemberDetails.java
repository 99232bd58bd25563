package org.trustedtrader.benefits.recognition;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a partner says of its member beside the status.
 *
 * @param roles   lines of business
 * @param endDate last day of the authorisation, to midnight UTC; null if it has no end
 */
public record MemberDetails(
        String name,
        String address,
        String country,
        String programme,
        Set<String> roles,
        LocalDate statusDate,
        LocalDate authorisationDate,
        @Nullable LocalDate endDate) {

    public MemberDetails {
        roles = Set.copyOf(roles);
    }

    long ends() {
        return endDate == null
                ? Long.MAX_VALUE
                : endDate.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    public MemberDetails statusSince(LocalDate day) {
        return new MemberDetails(name, address, country, programme, roles, day, authorisationDate, endDate);
    }
}
