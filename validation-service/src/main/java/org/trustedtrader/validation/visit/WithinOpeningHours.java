package org.trustedtrader.validation.visit;

import java.util.Optional;

/** Officers come while the site is open, by the site's own clock. */
public final class WithinOpeningHours implements SlotRule {

    @Override
    public Optional<Objection> objection(SlotQuestion question) {
        var site = question.site();
        if (site.hours().cover(question.slot(), site.zone())) {
            return Optional.empty();
        }
        var start = question.slot().startsAt().atZone(site.zone());
        return Optional.of(new Objection(
                "site-closed",
                "The site is not open for " + question.slot().hours() + " hours from " + start.toLocalTime() + " on "
                        + start.getDayOfWeek() + " " + start.toLocalDate() + " (" + site.zone() + ")."));
    }
}
