package org.trustedtrader.validation.planning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.validation.planning.PlanYear;
import org.trustedtrader.validation.planning.SuggestSlots;
import org.trustedtrader.validation.visit.VisitMode;

/** Suggestions for one visit, and the plan of a year. Nothing is changed by asking. */
@RestController
@RequestMapping("/v1/visits")
@Tag(name = "Planning")
class PlanningController {

    private static final int MOST = 20;

    private final SuggestSlots suggestSlots;
    private final PlanYear planYear;

    PlanningController(SuggestSlots suggestSlots, PlanYear planYear) {
        this.suggestSlots = suggestSlots;
        this.planYear = planYear;
    }

    @GetMapping("/{id}/slot-suggestions")
    @Operation(
            summary = "Suggests slots for a visit",
            description = "One a day at most, each keeping every rule now, with what ruled the other days out. Without"
                    + " siteId for the riskiest site. 503 if the sites cannot be looked up.")
    SuggestionsView suggestions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String siteId,
            @RequestParam(defaultValue = "ON_SITE") VisitMode mode,
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(defaultValue = "5") int limit,
            Actor actor) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.InvalidInput("limit", "must be 1 to " + MOST);
        }
        var wish = new SuggestSlots.Wish(siteId, mode, officer, limit);
        return SuggestionsView.of(suggestSlots.forVisit(id, wish, actor));
    }

    @GetMapping("/plan")
    @Operation(
            summary = "The plan of a year",
            description = "Derived from the visits and memberships: numbers by type, officer days and people needed,"
                    + " performance. Years are UTC.")
    PlanView plan(@RequestParam int year) {
        if (year < 2000 || year > 2100) {
            throw new Refusal.InvalidInput("year", "must be 2000 to 2100");
        }
        return PlanView.of(planYear.of(year));
    }
}
