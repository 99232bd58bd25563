package org.trustedtrader.validation.visit;

import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A company is visited no sooner than so many days after today, counted on the calendar of the site. */
public record EnoughNotice(int days) implements SlotRule {

    @Override
    public Optional<Objection> objection(SlotQuestion question) {
        var today = question.site().dateOf(question.now());
        var day = question.site().dateOf(question.slot().startsAt());
        return ChronoUnit.DAYS.between(today, day) >= days
                ? Optional.empty()
                : Optional.of(new Objection(
                        "notice-too-short",
                        "A visit needs " + days + " days' notice: " + today.plusDays(days) + " at the earliest, not "
                                + day + "."));
    }
}
