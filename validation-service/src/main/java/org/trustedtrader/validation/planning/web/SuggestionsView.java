package org.trustedtrader.validation.planning.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.trustedtrader.validation.planning.SlotSuggestions;
import org.trustedtrader.validation.planning.SlotSuggestions.Obstacle;
import org.trustedtrader.validation.planning.SlotSuggestions.Suggestion;
import org.trustedtrader.validation.visit.SitePriority;

/** Suggested slots, ready to be sent back as a proposal; days are the site's. */
record SuggestionsView(
        String siteId,
        LocalDate earliest,
        LocalDate latest,
        List<SiteView> sites,
        List<SlotView> slots,
        List<Obstacle> obstacles) {

    record SiteView(String siteId, String name, int points, List<String> reasons) {}

    record SlotView(String officer, Instant startsAt, int hours, OffsetDateTime localStart, List<String> reasons) {}

    static SuggestionsView of(SlotSuggestions suggestions) {
        var zone = suggestions.sites().stream()
                .map(SitePriority::site)
                .filter(site -> site.id().equals(suggestions.siteId()))
                .findFirst()
                .orElseThrow()
                .zone();
        return new SuggestionsView(
                suggestions.siteId(),
                suggestions.earliest(),
                suggestions.latest(),
                suggestions.sites().stream()
                        .map(p -> new SiteView(p.site().id(), p.site().name(), p.points(), p.reasons()))
                        .toList(),
                suggestions.slots().stream().map(slot -> slot(slot, zone)).toList(),
                suggestions.obstacles());
    }

    private static SlotView slot(Suggestion suggestion, ZoneId zone) {
        var slot = suggestion.slot();
        return new SlotView(
                slot.officer(),
                slot.startsAt(),
                slot.hours(),
                slot.startsAt().atZone(zone).toOffsetDateTime(),
                suggestion.reasons());
    }
}
