package org.trustedtrader.validation.visit;

import java.util.Optional;

/** A virtual visit is neither a phone call nor a day-long meeting. */
public record LengthFitsTheMode(int virtualHoursFrom, int virtualHoursTo) implements SlotRule {

    @Override
    public Optional<Objection> objection(SlotQuestion question) {
        int hours = question.slot().hours();
        return question.mode() != VisitMode.VIRTUAL || (hours >= virtualHoursFrom && hours <= virtualHoursTo)
                ? Optional.empty()
                : Optional.of(new Objection(
                        "virtual-visit-length",
                        "A virtual visit takes " + virtualHoursFrom + " to " + virtualHoursTo + " hours, not " + hours
                                + "."));
    }
}
