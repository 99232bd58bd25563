package org.trustedtrader.validation.planning;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trustedtrader.validation.visit.Objection;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.SlotQuestion;
import org.trustedtrader.validation.visit.SlotRule;
import org.trustedtrader.validation.visit.Visit;

/** An officer is not offered twice for the same time, nor for more visits in a week than are enough. */
record OfficerIsFree(Roster roster, Function<String, List<Visit>> occupying) implements SlotRule {

    @Override
    public Optional<Objection> objection(SlotQuestion question) {
        return roster.find(question.slot().officer()).flatMap(officer -> objection(officer, question));
    }

    private Optional<Objection> objection(Officer officer, SlotQuestion question) {
        var slot = question.slot();
        var others = occupying.apply(officer.actor()).stream()
                .filter(visit -> !visit.id().equals(question.visitId()))
                .map(visit -> taken(visit.file().schedule()))
                .toList();
        if (others.stream().flatMap(List::stream).anyMatch(slot::overlaps)) {
            return Optional.of(new Objection("officer-not-free", "The officer has another visit at that time."));
        }
        long thatWeek = others.stream()
                .filter(taken -> taken.stream().anyMatch(other -> sameWeek(other, slot, officer.zone())))
                .count();
        return thatWeek < officer.visitsPerWeek()
                ? Optional.empty()
                : Optional.of(
                        new Objection("officer-busy", "The officer has " + thatWeek + " other visits in that week."));
    }

    private static List<Slot> taken(Schedule schedule) {
        return schedule.agreedSlot().map(List::of).orElse(schedule.slots());
    }

    private static boolean sameWeek(Slot one, Slot other, ZoneId zone) {
        return monday(one.startsAt(), zone).equals(monday(other.startsAt(), zone));
    }

    private static LocalDate monday(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
