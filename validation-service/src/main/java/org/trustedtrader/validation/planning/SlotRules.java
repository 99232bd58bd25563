package org.trustedtrader.validation.planning;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.SlotPolicy;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitParameters;

/** Every rule that a slot has to keep, in the order of refusals; suggestions and refusals go by the same ones. */
public final class SlotRules implements SlotPolicy {

    private static final Set<String> FRENCH_SPEAKING = Set.of("QC", "QUEBEC", "QUÉBEC");

    private final List<Rule> rules;

    /** @param occupying gives the visits that take up an officer's time */
    public SlotRules(
            VisitParameters parameters,
            BusinessCalendar calendar,
            Roster roster,
            Function<String, List<Visit>> occupying) {
        this.rules = List.of(
                initialVisitIsOnSite(),
                lengthFitsTheMode(parameters.virtualHoursFrom(), parameters.virtualHoursTo()),
                enoughNotice(parameters.noticeDays()),
                notTooFarAhead(parameters.furthestDays()),
                noHoliday(calendar),
                siteIsOpen(),
                officerIsQualified(roster),
                noConflictOfInterest(roster),
                officerIsAtWork(roster),
                officerIsFree(roster, occupying));
    }

    /** One rule that a slot has to keep. */
    @FunctionalInterface
    interface Rule {
        Optional<Objection> objection(Question question);
    }

    @Override
    public List<Objection> objections(Question question) {
        return rules.stream().flatMap(rule -> rule.objection(question).stream()).toList();
    }

    /** Nobody becomes a member without an officer having been there. */
    static Rule initialVisitIsOnSite() {
        return question -> broken(
                question.type() == Visit.Type.INITIAL && question.mode() == Schedule.Mode.VIRTUAL,
                "initial-visit-on-site",
                Message.of("validation.slot.initial-on-site"));
    }

    /** A virtual visit is neither a phone call nor a day-long meeting. */
    static Rule lengthFitsTheMode(int virtualHoursFrom, int virtualHoursTo) {
        return question -> {
            int hours = question.slot().hours();
            return broken(
                    question.mode() == Schedule.Mode.VIRTUAL && (hours < virtualHoursFrom || hours > virtualHoursTo),
                    "virtual-visit-length",
                    Message.of("validation.slot.virtual-length", virtualHoursFrom, virtualHoursTo, hours));
        };
    }

    /** A company is visited no sooner than so many days after today, counted on the calendar of the site. */
    static Rule enoughNotice(int days) {
        return question -> {
            var today = question.site().dateOf(question.now());
            var day = day(question);
            return broken(
                    ChronoUnit.DAYS.between(today, day) < days,
                    "notice-too-short",
                    Message.of("validation.slot.notice", days, today.plusDays(days), day));
        };
    }

    /** Nobody can plan for a day that no roster covers; a mistyped year is refused. */
    static Rule notTooFarAhead(int days) {
        return question -> {
            var latest = question.site().dateOf(question.now()).plusDays(days);
            return broken(
                    day(question).isAfter(latest),
                    "slot-too-far-ahead",
                    Message.of("validation.slot.too-far-ahead", latest, day(question)));
        };
    }

    /**
     * Officers are federal employees: federal holidays count wherever the site is, and those of the site's own place. A visit
     * at night has two days.
     */
    static Rule noHoliday(BusinessCalendar calendar) {
        return question -> {
            var place = question.site().jurisdiction();
            var lastMoment = question.slot().endsAt().minusMillis(1);
            return Stream.of(day(question), question.site().dateOf(lastMoment))
                    .flatMap(day -> calendar
                            .holiday(day, place)
                            .map(name -> new Objection(
                                    "public-holiday", Message.of("validation.slot.holiday", day, name, place)))
                            .stream())
                    .findFirst();
        };
    }

    /** Officers come while the site is open, by the site's own clock. */
    static Rule siteIsOpen() {
        return question -> {
            var site = question.site();
            var start = question.slot().startsAt().atZone(site.zone());
            return broken(
                    !site.hours().cover(question.slot(), site.zone()),
                    "site-closed",
                    Message.of(
                            "validation.slot.site-closed",
                            question.slot().hours(),
                            start.toLocalTime(),
                            start.toLocalDate(),
                            site.zone()));
        };
    }

    /**
     * The officer is on the roster, covers the region unless the visit is virtual, and speaks the language of the place
     * (Official Languages Act).
     */
    static Rule officerIsQualified(Roster roster) {
        return question -> {
            var known = roster.find(question.slot().officer());
            if (known.isEmpty()) {
                return broken(true, "officer-not-on-roster", Message.of("validation.slot.officer-unknown"));
            }
            var site = question.site();
            if (!known.get().canVisit(site, question.mode())) {
                return broken(
                        true,
                        "officer-not-in-region",
                        Message.of("validation.slot.officer-region", site.jurisdiction()));
            }
            var language = languageOf(site);
            return broken(
                    !known.get().speaks(language),
                    "officer-language",
                    Message.of("validation.slot.officer-language", inWords(language)));
        };
    }

    /** Nobody visits a company to which they have a declared tie. The tie itself is not told: companies read refusals too. */
    static Rule noConflictOfInterest(Roster roster) {
        return question -> broken(
                roster.find(question.slot().officer())
                        .flatMap(officer -> officer.conflictWith(question.company()))
                        .isPresent(),
                "conflict-of-interest",
                Message.of("validation.slot.conflict-of-interest"));
    }

    /** The slot lies within the officer's working hours, by the officer's own clock, and not in a leave. */
    static Rule officerIsAtWork(Roster roster) {
        return question -> roster.find(question.slot().officer()).flatMap(officer -> {
            var start = question.slot().startsAt().atZone(officer.zone());
            if (officer.isOnLeave(start.toLocalDate())) {
                return broken(
                        true, "officer-on-leave", Message.of("validation.slot.officer-on-leave", start.toLocalDate()));
            }
            return broken(
                    !officer.hoursFor(question.mode()).cover(question.slot(), officer.zone()),
                    "officer-not-at-work",
                    Message.of(
                            "validation.slot.officer-hours", start.toLocalTime(), start.toLocalDate(), officer.zone()));
        });
    }

    /** An officer is not offered twice for the same time, nor for more visits in a week than are enough. */
    static Rule officerIsFree(Roster roster, Function<String, List<Visit>> occupying) {
        return question -> roster.find(question.slot().officer()).flatMap(officer -> {
            var slot = question.slot();
            var others = occupying.apply(officer.actor()).stream()
                    .filter(visit -> !visit.id().equals(question.visitId()))
                    .map(visit -> taken(visit.snapshot().schedule()))
                    .toList();
            if (others.stream().flatMap(List::stream).anyMatch(slot::overlaps)) {
                return broken(true, "officer-not-free", Message.of("validation.slot.officer-not-free"));
            }
            long thatWeek = others.stream()
                    .filter(taken -> taken.stream().anyMatch(other -> isInSameWeek(other, slot, officer.zone())))
                    .count();
            return broken(
                    thatWeek >= officer.visitsPerWeek(),
                    "officer-busy",
                    Message.counted("validation.slot.officer-busy", thatWeek));
        });
    }

    static String languageOf(Site site) {
        return site.country().equals("CA")
                        && FRENCH_SPEAKING.contains(site.region().toUpperCase(Locale.ROOT))
                ? "fr"
                : "en";
    }

    /** @param language ISO 639-1 */
    static Message inWords(String language) {
        return Message.of("validation.language." + language);
    }

    private static Optional<Objection> broken(boolean broken, String rule, Message reason) {
        return broken ? Optional.of(new Objection(rule, reason)) : Optional.empty();
    }

    private static LocalDate day(Question question) {
        return question.site().dateOf(question.slot().startsAt());
    }

    private static List<Slot> taken(Schedule schedule) {
        return schedule.agreedSlot().map(List::of).orElse(schedule.slots());
    }

    private static boolean isInSameWeek(Slot one, Slot other, ZoneId zone) {
        return monday(one.startsAt(), zone).equals(monday(other.startsAt(), zone));
    }

    private static LocalDate monday(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
