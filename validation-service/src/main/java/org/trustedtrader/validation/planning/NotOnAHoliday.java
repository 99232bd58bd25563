package org.trustedtrader.validation.planning;

import java.util.Optional;
import org.trustedtrader.validation.visit.Objection;
import org.trustedtrader.validation.visit.SlotQuestion;
import org.trustedtrader.validation.visit.SlotRule;

/** Officers are federal employees: they do not visit on a federal holiday, wherever the site is. */
record NotOnAHoliday(Holidays holidays) implements SlotRule {

    @Override
    public Optional<Objection> objection(SlotQuestion question) {
        var day = question.site().dateOf(question.slot().startsAt());
        if (!holidays.know(day)) {
            return Optional.of(
                    new Objection("holidays-unknown", "The holidays of " + day.getYear() + " are not on file yet."));
        }
        return holidays.on(day).map(name -> new Objection("public-holiday", day + " is a holiday: " + name + "."));
    }
}
