package org.trustedtrader.validation.planning;

import java.util.Optional;
import org.trustedtrader.validation.visit.Objection;
import org.trustedtrader.validation.visit.SlotQuestion;
import org.trustedtrader.validation.visit.SlotRule;

/** The slot lies within the officer's working hours, by the officer's own clock, and not in a leave. */
record OfficerIsAtWork(Roster roster) implements SlotRule {

    @Override
    public Optional<Objection> objection(SlotQuestion question) {
        return roster.find(question.slot().officer()).flatMap(officer -> absence(officer, question));
    }

    private static Optional<Objection> absence(Officer officer, SlotQuestion question) {
        var start = question.slot().startsAt().atZone(officer.zone());
        if (officer.isOnLeave(start.toLocalDate())) {
            return Optional.of(
                    new Objection("officer-on-leave", "The officer is away on " + start.toLocalDate() + "."));
        }
        return officer.hours().cover(question.slot(), officer.zone())
                ? Optional.empty()
                : Optional.of(new Objection(
                        "officer-not-at-work",
                        "The slot is outside the officer's working hours: " + start.toLocalTime() + " on "
                                + start.getDayOfWeek() + " (" + officer.zone() + ")."));
    }
}
