package org.trustedtrader.validation.clients;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.validation.visit.Companies.Company;
import org.trustedtrader.validation.visit.OpeningHours;
import org.trustedtrader.validation.visit.OpeningHours.Span;
import org.trustedtrader.validation.visit.Site;

/** A company as enrolment answers it and announces it; only what visits need is read. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompanyResponse(
        @Nullable String businessNumber, @Nullable List<SiteResponse> sites) {

    /** @throws RuntimeException if this is no sensible answer to a question about that company */
    public Company about(String asked) {
        if (!asked.equals(businessNumber)) {
            throw new IllegalArgumentException("The answer is about " + businessNumber);
        }
        return new Company(
                asked,
                Objects.requireNonNull(sites).stream().map(SiteResponse::site).toList());
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SiteResponse(
            String id,
            String name,
            List<String> functions,
            AddressResponse address,
            @Nullable Integer headcount,
            @Nullable String timeZone,
            @Nullable HoursResponse hours) {

        private Site site() {
            var zone = timeZone == null && hours != null ? hours.timeZone() : timeZone;
            return new Site(
                    Objects.requireNonNull(id),
                    Objects.requireNonNull(name),
                    functions,
                    address.street(),
                    address.city(),
                    Objects.requireNonNullElse(address.region(), ""),
                    Objects.requireNonNullElse(address.postalCode(), ""),
                    Objects.requireNonNull(address.country()),
                    ZoneId.of(Objects.requireNonNull(zone)),
                    Objects.requireNonNullElse(headcount, 0),
                    hours == null ? OpeningHours.OFFICE_HOURS : hours.openingHours());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AddressResponse(
            String street,
            String city,
            @Nullable String region,
            @Nullable String postalCode,
            String country) {}

    /**
     * The hours of a site on its own clock. One that closes at or before it opens is open past midnight; 00:00 to 24:00, or
     * the same time twice, is a whole day.
     *
     * @param days on which the hours begin; Monday to Friday if absent
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record HoursResponse(
            String opens,
            String closes,
            @Nullable String timeZone,
            @Nullable Set<DayOfWeek> days) {

        private static final String END_OF_DAY = "24:00";

        private OpeningHours openingHours() {
            var span = new Span(time(opens), time(closes));
            return OpeningHours.on(days == null || days.isEmpty() ? OpeningHours.WEEKDAYS : days, span);
        }

        private static LocalTime time(String text) {
            return text.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        }
    }
}
