package org.trustedtrader.validation.planning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Languages;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.validation.planning.SuggestSlots;
import org.trustedtrader.validation.visit.ChooseSite;
import org.trustedtrader.validation.visit.Requirement;
import org.trustedtrader.validation.visit.Schedule;

/** Slots that an officer could offer for a visit. Nothing is changed by asking. */
@RestController
@Tag(name = "Planning")
class SlotSuggestionController {

    private static final int MOST = 20;

    private final SuggestSlots suggestSlots;

    SlotSuggestionController(SuggestSlots suggestSlots) {
        this.suggestSlots = suggestSlots;
    }

    @GetMapping("/v1/visits/{id}/slot-suggestions")
    @Operation(
            summary = "Suggests slots for a visit",
            description = "One a day at most, each keeping every rule now, with what ruled the other days out. Without"
                    + " siteId for the site that the visit is due for, else for the riskiest. A virtual visit needs no"
                    + " officer of the region. `earliest` and `latest` are days of the site's zone, as are opening"
                    + " hours; `startsAt` is UTC. 503 if the sites cannot be looked up.")
    ResponseEntity<SuggestionsView> suggest(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String siteId,
            @RequestParam(defaultValue = "ON_SITE") Schedule.Mode mode,
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(defaultValue = "5") @Min(1) @Max(MOST) int limit,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable
                    String acceptLanguage,
            Actor actor) {
        var request = new SuggestSlots.Request(siteId, mode, officer, limit);
        var language = Languages.accepted(acceptLanguage);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .body(SuggestionsView.of(suggestSlots.suggest(id, request, actor), language));
    }

    /** Suggested slots, ready to be sent back as a proposal; days are the site's. */
    record SuggestionsView(
            String siteId,
            LocalDate earliest,
            LocalDate latest,
            List<SiteView> sites,
            List<SlotView> slots,
            List<ObstacleView> obstacles) {

        private static SuggestionsView of(SuggestSlots.Result result, Locale language) {
            var zone = result.sites().stream()
                    .map(ChooseSite.Priority::site)
                    .filter(site -> site.id().equals(result.siteId()))
                    .findFirst()
                    .orElseThrow()
                    .zone();
            return new SuggestionsView(
                    result.siteId(),
                    result.earliest(),
                    result.latest(),
                    result.sites().stream()
                            .map(site -> SiteView.of(site, language))
                            .toList(),
                    result.slots().stream()
                            .map(slot -> SlotView.of(slot, zone, language))
                            .toList(),
                    result.obstacles().stream()
                            .map(obstacle -> ObstacleView.of(obstacle, language))
                            .toList());
        }
    }

    record SiteView(String siteId, String name, int points, List<String> reasons) {

        private static SiteView of(ChooseSite.Priority priority, Locale language) {
            return new SiteView(
                    priority.site().id(),
                    priority.site().name(),
                    priority.points(),
                    texts(
                            priority.reasons().stream()
                                    .map(Requirement.Reason::text)
                                    .toList(),
                            language));
        }
    }

    /** @param localStart on the site's clock */
    record SlotView(String officer, Instant startsAt, int hours, OffsetDateTime localStart, List<String> reasons) {

        private static SlotView of(SuggestSlots.Suggestion suggestion, ZoneId zone, Locale language) {
            var slot = suggestion.slot();
            return new SlotView(
                    slot.officer(),
                    slot.startsAt(),
                    slot.hours(),
                    slot.startsAt().atZone(zone).toOffsetDateTime(),
                    texts(suggestion.reasons(), language));
        }
    }

    record ObstacleView(String rule, int times, String example) {

        private static ObstacleView of(SuggestSlots.Obstacle obstacle, Locale language) {
            return new ObstacleView(
                    obstacle.rule(), obstacle.times(), obstacle.example().in(language));
        }
    }

    private static List<String> texts(List<Message> messages, Locale language) {
        return messages.stream().map(message -> message.in(language)).toList();
    }
}
