package org.trustedtrader.validation.visit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.web.CsvColumns;
import org.trustedtrader.validation.visit.Deviations;
import org.trustedtrader.validation.visit.Fieldwork;
import org.trustedtrader.validation.visit.Finding;
import org.trustedtrader.validation.visit.Requirement;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitSnapshot;
import org.trustedtrader.validation.visit.VisitState;

/**
 * A visit as one reader may see it. A company learns of slots when it is notified, and of findings, risks and the report
 * when the report is issued; names of people are for the company, validators and auditors; why a visit was ordered is not
 * for the company, nor why its site was chosen or another officer took over. Times are UTC, {@code localStart} is on the
 * site's clock.
 *
 * @param waitingFor {@code VALIDATOR}, {@code COMPANY} or {@code THE_DAY}; null once the visit has ended
 * @param siteId     the site that it is due for or planned at; null while an officer still chooses
 * @param requiredSites ids of all sites that the file requires a visit to, if this visit is one of them
 * @param siteRemoval null unless the site was taken out of the company's record before the visit began
 * @param lead       who carries it out; {@code validators} are everybody who did
 * @param dueOn      last day on which the visit is made in time, programme zone; null if none was set
 * @param reach      {@code DOMESTIC} or {@code FOREIGN}; null until a site is chosen
 */
@CsvColumns(
        titles = "validation.column",
        value = {
            "visitId",
            "company",
            "applicationId",
            "membershipId",
            "type",
            "state",
            "waitingFor",
            "riskRating",
            "dueSince",
            "dueOn",
            "siteId",
            "mode",
            "reach",
            "lead",
            "startedAt",
            "outcome",
            "closedAt"
        })
record VisitView(
        String visitId,
        @Nullable String applicationId,
        String company,
        Visit.Type type,
        VisitState state,
        @Nullable String waitingFor,
        RiskLevel riskRating,
        Instant dueSince,
        String reason,
        Schedule.@Nullable Mode mode,
        @Nullable String reach,
        @Nullable SiteView site,
        List<SlotView> slots,
        @Nullable Integer agreedSlot,
        List<String> validators,
        int reschedules,
        @Nullable Instant startedAt,
        List<Fieldwork.Participant> people,
        List<Fieldwork.AreaRating> areas,
        @Nullable RiskLevel overallRisk,
        List<Finding> findings,
        @Nullable ReportView report,
        Visit.@Nullable Outcome outcome,
        @Nullable Instant closedAt,
        @Nullable String membershipId,
        @Nullable String siteId,
        @Nullable RequirementView requirement,
        List<String> requiredSites,
        @Nullable SiteRemovalView siteRemoval,
        @Nullable String lead,
        List<Deviations.NoShow> noShows,
        List<Deviations.TakeOver> takeOvers,
        @Nullable LocalDate dueOn,
        long version) {

    /** Why the site is visited, in the reader's language. */
    record RequirementView(Requirement.Cause cause, String text, int points, List<String> reasons) {

        private static @Nullable RequirementView of(@Nullable Requirement requirement, Locale language) {
            if (requirement == null) {
                return null;
            }
            return new RequirementView(
                    requirement.cause(),
                    requirement.text().in(language),
                    requirement.points(),
                    requirement.reasons().stream()
                            .map(reason -> reason.text().in(language))
                            .toList());
        }
    }

    /** @param reason in the reader's language */
    record SiteRemovalView(String siteId, Instant since, String reason) {

        private static @Nullable SiteRemovalView of(Deviations.@Nullable SiteRemoval removal, Locale language) {
            return removal == null
                    ? null
                    : new SiteRemovalView(
                            removal.siteId(), removal.since(), removal.text().in(language));
        }
    }

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

    /** @param respondBy last day for the company's response, in the programme's zone; null while it is a draft */
    record ReportView(
            String summary,
            @Nullable Instant issuedAt,
            @Nullable LocalDate respondBy,
            boolean overdue) {

        private static @Nullable ReportView of(VisitSnapshot visit, Instant now) {
            var report = visit.report();
            if (report == null) {
                return null;
            }
            return new ReportView(
                    report.summary(),
                    report.issuedAt(),
                    visit.respondBy().orElse(null),
                    !visit.state().isFinal() && visit.isResponseOverdue(now));
        }
    }

    static VisitView of(Visit visit, Actor reader, Locale language, Instant now) {
        var snapshot = visit.snapshot();
        boolean company = reader.belongsTo(snapshot.origin().company());
        boolean told = !company || snapshot.respondBy().isPresent();
        var schedule = company && !snapshot.state().showsSlotsToCompany() ? Schedule.OPEN : snapshot.schedule();
        var site = schedule.site();
        var deviations = snapshot.deviationsOrNone();
        var fieldwork = Optional.ofNullable(snapshot.fieldwork());
        return new VisitView(
                visit.id(),
                snapshot.origin().applicationId(),
                snapshot.origin().company(),
                snapshot.origin().type(),
                snapshot.state(),
                snapshot.waitingFor().map(Enum::name).orElse(null),
                snapshot.risk(),
                snapshot.origin().dueSince(),
                company ? "" : snapshot.origin().reason(),
                schedule.mode(),
                reach(site),
                site == null ? null : SiteView.of(site),
                site == null ? List.of() : SlotView.of(schedule, site.zone()),
                schedule.agreed(),
                snapshot.assignment().validators(),
                schedule.reschedules(),
                fieldwork.map(Fieldwork::startedAt).orElse(null),
                fieldwork.map(work -> people(work, company, reader)).orElse(List.of()),
                told ? fieldwork.map(Fieldwork::areas).orElse(List.of()) : List.of(),
                told ? snapshot.overallRisk().orElse(null) : null,
                told ? snapshot.findings().all() : List.of(),
                told ? ReportView.of(snapshot, now) : null,
                snapshot.outcome(),
                snapshot.closedAt(),
                snapshot.origin().membershipId(),
                snapshot.siteId().orElse(null),
                company ? null : RequirementView.of(snapshot.origin().requirement(), language),
                snapshot.required().ids(),
                SiteRemovalView.of(deviations.siteRemoval(), language),
                snapshot.assignment().lead().orElse(null),
                deviations.noShows(),
                deviations.takeOvers().stream()
                        .map(one -> company ? new Deviations.TakeOver(one.officer(), one.at(), "") : one)
                        .toList(),
                snapshot.dueOn(),
                visit.version());
    }

    private static @Nullable String reach(@Nullable Site site) {
        if (site == null) {
            return null;
        }
        return site.isForeign() ? "FOREIGN" : "DOMESTIC";
    }

    private static List<Fieldwork.Participant> people(Fieldwork fieldwork, boolean company, Actor reader) {
        return company || reader.has(Roles.VALIDATOR) || reader.has(Roles.AUDITOR) ? fieldwork.people() : List.of();
    }
}
