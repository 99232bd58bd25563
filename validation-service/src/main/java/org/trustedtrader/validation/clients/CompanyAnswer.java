package org.trustedtrader.validation.clients;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.validation.visit.Company;
import org.trustedtrader.validation.visit.OpeningHours;
import org.trustedtrader.validation.visit.OpeningHours.Span;
import org.trustedtrader.validation.visit.Site;

/** A company as enrolment announces it; only what visits need is read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CompanyAnswer(
        @Nullable String businessNumber, @Nullable List<SiteAnswer> sites) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SiteAnswer(
            String id,
            String name,
            List<String> functions,
            AddressAnswer address,
            @Nullable Integer headcount,
            @Nullable String timeZone,
            @Nullable HoursAnswer hours) {

        Site asSite() {
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
                    hours == null ? OpeningHours.OFFICE_HOURS : hours.onWorkingDays());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AddressAnswer(
            String street,
            String city,
            @Nullable String region,
            @Nullable String postalCode,
            String country) {}

    /** Hours of working days; a site that closes past midnight is open for visitors until the end of the day. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record HoursAnswer(
            LocalTime opens, LocalTime closes, @Nullable String timeZone) {

        private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

        OpeningHours onWorkingDays() {
            var span = new Span(opens, closes.isAfter(opens) ? closes : END_OF_DAY);
            var spans = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
            OpeningHours.OFFICE_HOURS.spans().keySet().forEach(day -> spans.put(day, span));
            return new OpeningHours(spans);
        }
    }

    /** @throws RuntimeException if this is no sensible answer to a question about that company */
    Company about(String asked) {
        if (!asked.equals(businessNumber)) {
            throw new IllegalArgumentException("The answer is about " + businessNumber);
        }
        return new Company(
                asked,
                Objects.requireNonNull(sites).stream().map(SiteAnswer::asSite).toList());
    }
}
