package org.trustedtrader.validation.visit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.validation.visit.AreaRisk;
import org.trustedtrader.validation.visit.Finding;
import org.trustedtrader.validation.visit.Outcome;
import org.trustedtrader.validation.visit.PersonPresent;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.VisitMode;
import org.trustedtrader.validation.visit.VisitState;
import org.trustedtrader.validation.visit.VisitType;

/**
 * A visit as one reader may see it; {@link VisitViews} decides what that is. Times are UTC, {@code localStart} is on the
 * site's clock.
 *
 * @param waitingFor {@code VALIDATOR}, {@code COMPANY} or {@code THE_DAY}; null once the visit has ended
 * @param reach      {@code DOMESTIC} or {@code FOREIGN}; null until a site is chosen
 */
record VisitView(
        String visitId,
        @Nullable String applicationId,
        String company,
        VisitType type,
        VisitState state,
        @Nullable String waitingFor,
        RiskLevel riskRating,
        Instant dueSince,
        String reason,
        @Nullable VisitMode mode,
        @Nullable String reach,
        @Nullable SiteView site,
        List<SlotView> slots,
        @Nullable Integer agreedSlot,
        List<String> validators,
        int reschedules,
        @Nullable Instant startedAt,
        List<PersonPresent> people,
        List<AreaRisk> areas,
        @Nullable RiskLevel overallRisk,
        List<Finding> findings,
        @Nullable ReportView report,
        @Nullable Outcome outcome,
        @Nullable Instant closedAt,
        long version) {

    record SiteView(
            String id,
            String name,
            List<String> functions,
            String street,
            String city,
            String region,
            String postalCode,
            String country,
            String timeZone) {

        static SiteView of(Site site) {
            return new SiteView(
                    site.id(),
                    site.name(),
                    site.functions(),
                    site.street(),
                    site.city(),
                    site.region(),
                    site.postalCode(),
                    site.country(),
                    site.zone().getId());
        }
    }

    record SlotView(
            int number, String officer, Instant startsAt, Instant endsAt, int hours, OffsetDateTime localStart) {

        static List<SlotView> of(Schedule schedule, ZoneId zone) {
            var slots = schedule.slots();
            return IntStream.range(0, slots.size())
                    .mapToObj(i -> of(i + 1, slots.get(i), zone))
                    .toList();
        }

        private static SlotView of(int number, Slot slot, ZoneId zone) {
            return new SlotView(
                    number,
                    slot.officer(),
                    slot.startsAt(),
                    slot.endsAt(),
                    slot.hours(),
                    slot.startsAt().atZone(zone).toOffsetDateTime());
        }
    }

    /** @param respondBy last day for the company's response, on the site's calendar; null while it is a draft */
    record ReportView(
            String summary,
            @Nullable Instant issuedAt,
            @Nullable LocalDate respondBy,
            boolean overdue) {}
}
