package org.trustedtrader.validation.visit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Versioned;
import org.trustedtrader.validation.visit.OrderVisit;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.VisitState;
import org.trustedtrader.validation.visit.VisitType;
import org.trustedtrader.validation.visit.Visits;

/** Visits: the list, one visit, its history, and the ordering of a further one. */
@RestController
@RequestMapping("/v1/visits")
@Tag(name = "Visits")
class VisitsController {

    private static final int MOST = 200;

    private final Visits visits;
    private final OrderVisit orderVisit;
    private final VisitViews views;

    VisitsController(Visits visits, OrderVisit orderVisit, VisitViews views) {
        this.visits = visits;
        this.orderVisit = orderVisit;
        this.views = views;
    }

    /** A further visit; initial ones follow from assessments. */
    record OrderRequest(
            @NotNull(message = "must be given") VisitType type,

            @NotNull(message = "must be given")
            @Pattern(regexp = "[0-9]{9}", message = "must be a 9-digit business number")
            String company,

            @Nullable @Size(min = 1, max = 64, message = "must have 1 to 64 characters")
            String applicationId,

            @NotNull(message = "must be given") RiskLevel riskRating,

            @NotBlank(message = "must say why") @Size(max = 1000, message = "must have 1000 characters at most")
            String reason) {}

    @GetMapping
    @Operation(
            summary = "Lists visits",
            description =
                    "In order of id; a company's users see their company's only. `limit` is 1 to 200, 50 if absent;"
                            + " send `next` as `after` for more.")
    VisitPage list(
            @RequestParam Optional<VisitState> state,
            @RequestParam Optional<VisitType> type,
            @RequestParam Optional<String> company,
            @RequestParam Optional<String> officer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.InvalidInput("limit", "must be 1 to " + MOST);
        }
        var criteria = new Visits.Criteria(company, state, type, officer).narrowedTo(actor);
        var found = visits.matching(criteria, VisitPage.lastId(after), limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return new VisitPage(
                page.stream().map(visit -> views.of(visit, actor)).toList(),
                found.size() > limit ? VisitPage.cursor(page.getLast().id()) : null);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Shows a visit",
            description = "The ETag is its version. Another company's visit is 404, like one that does not exist.")
    ResponseEntity<VisitView> show(@PathVariable String id, Actor actor) {
        return views.answer(visits.visible(id, actor), actor);
    }

    @GetMapping("/{id}/history")
    @Operation(
            summary = "Shows what was done to a visit",
            description = "Oldest first; each entry's hash covers the one before.")
    VisitHistory history(@PathVariable String id, Actor actor) {
        visits.visible(id, actor);
        return VisitHistory.of(visits.history(id));
    }

    @PostMapping
    @Operation(
            summary = "Orders a revalidation, a visit after an incident or one for another reason",
            description = "422 if the company is not enrolled, 503 if that cannot be looked up now.")
    ResponseEntity<VisitView> order(@Valid @RequestBody OrderRequest request, @CreateCommand Command command) {
        var order = new OrderVisit.Order(
                request.type(), request.company(), request.applicationId(), request.riskRating(), request.reason());
        var visit = orderVisit.order(order, command);
        return Versioned.created(
                URI.create("/v1/visits/" + visit.id()), views.of(visit, command.actor()), visit.version());
    }
}
