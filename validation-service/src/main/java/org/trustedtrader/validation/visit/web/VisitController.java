package org.trustedtrader.validation.visit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.identifier.BusinessNumber;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Csv;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.Versioned;
import org.trustedtrader.validation.visit.CancelVisit;
import org.trustedtrader.validation.visit.OrderVisit;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Validators;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitState;
import org.trustedtrader.validation.visit.Visits;

/** Visits: the list, one visit, its history, the ordering of a further one, and its end. */
@RestController
@RequestMapping("/v1/visits")
@Tag(name = "Visits")
class VisitController {

    private final Visits visits;
    private final OrderVisit orderVisit;
    private final CancelVisit cancelVisit;
    private final Validators validators;
    private final VisitCommandHandler commands;
    private final RegionGuard regions;

    VisitController(
            Visits visits,
            OrderVisit orderVisit,
            CancelVisit cancelVisit,
            Validators validators,
            VisitCommandHandler commands,
            RegionGuard regions) {
        this.visits = visits;
        this.orderVisit = orderVisit;
        this.cancelVisit = cancelVisit;
        this.validators = validators;
        this.commands = commands;
        this.regions = regions;
    }

    /**
     * A further visit; initial ones follow from assessments, and one more of these adds a required site.
     *
     * @param company BN9, as people write it
     */
    record OrderRequest(
            @NotNull Visit.Type type,

            @NotNull String company,

            @Nullable @Size(min = 1, max = 64) String applicationId,

            @Nullable @Size(min = 1, max = 64) String membershipId,

            @Nullable @Size(min = 1, max = 64) String siteId,

            @NotNull RiskLevel riskRating,

            @NotBlank @Size(max = 1000) String reason,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {

        OrderVisit.Order order() {
            var number = BusinessNumber.parse("company", company).digits();
            return new OrderVisit.Order(type, number, applicationId, membershipId, siteId, riskRating, reason);
        }
    }

    /** @param officer actor id of the officer who goes on */
    record TakeOverRequest(
            @NotBlank @Size(max = 200) String officer,

            @NotBlank @Size(max = 1000) String reason,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    record ClosingRequest(
            @NotNull Visit.Outcome outcome,

            @Nullable @Size(max = 2000) String reason,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    @Operation(
            summary = "Lists visits",
            description =
                    "In order of id; a company's users see their company's only, officers those of their regions, or of one `region`. `limit` is 1 to 200, 50 if absent;"
                            + " send `next` as `after` for more.")
    Page<VisitView> list(
            @RequestParam Optional<VisitState> state,
            @RequestParam Optional<Visit.Type> type,
            @RequestParam Optional<String> company,
            @RequestParam Optional<String> officer,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit,
            Actor actor) {
        var number = company.map(typed -> BusinessNumber.parse("company", typed).digits());
        var criteria = new Visits.Criteria(number, state, type, officer).narrowedTo(actor);
        return Page.of(
                (from, most) ->
                        regions.page(actor, region, from, most, (f, m) -> visits.matching(criteria, f.orElse(null), m)),
                after,
                limit,
                visit -> commands.view(visit, actor));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Shows a visit",
            description = "The ETag is its version. Another company's visit is 404, like one that does not exist."
                    + " Instants are UTC; `localStart` is on the site's clock; `respondBy` is a day of the programme's"
                    + " zone (America/Toronto) and lasts to its midnight there.")
    ResponseEntity<VisitView> show(@PathVariable String id, Actor actor) {
        return commands.answer(visits.visible(id, actor), actor);
    }

    @GetMapping("/{id}/history")
    @Operation(
            summary = "Shows what was done to a visit",
            description = "Oldest first; each entry's hash covers the one before. Times are UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        visits.visible(id, actor);
        return HistoryView.of(visits.history(id), actor).withNames();
    }

    @PostMapping
    @Operation(
            summary = "Orders a revalidation, a visit after an incident or one for another reason",
            description =
                    "INITIAL adds a site to those that the application requires: it needs `applicationId`, `siteId` and a"
                            + " completed assessment. Without `applicationId` and `membershipId` the visit belongs to the"
                            + " company's membership, if it has one. 409 if the company, site, application or"
                            + " membership is not known here, does not belong to the company or has ended; 409"
                            + " `visit-open` while another visit of the type is open for the file and site; 503 if"
                            + " the company cannot be looked up now.")
    ResponseEntity<VisitView> order(@Valid @RequestBody OrderRequest request, @CreateCommand Command command) {
        var order = request.order();
        regions.require(command.actor(), order.company());
        var visit = orderVisit.order(order, command.withInternalNote(request.internalNote()));
        return Versioned.created(
                URI.create("/v1/visits/" + visit.id()), commands.view(visit, command.actor()), visit.version());
    }

    @PostMapping("/{id}/cancellation")
    @Operation(
            summary = "Calls a visit off (validator before it begins, programme manager also afterwards)",
            description =
                    "An initial visit that has not begun is cancelled with its application only, unless its site is"
                            + " not on record any more or an officer had added it.")
    ResponseEntity<VisitView> cancel(
            @PathVariable String id, @Valid @RequestBody OfficerReasonRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return commands.answer(cancelVisit.cancel(id, request.reason(), noted), command.actor());
    }

    @PostMapping("/{id}/take-over")
    @Operation(
            summary = "Has another officer go on with a visit that has begun (programme manager)",
            description =
                    "409 if the officer is not on the roster, has declared a conflict of interest or leads it already.")
    ResponseEntity<VisitView> takeOver(
            @PathVariable String id, @Valid @RequestBody TakeOverRequest request, @ChangeCommand Command command) {
        return commands.change(
                id,
                command.withInternalNote(request.internalNote()),
                (visit, actor, now) -> visit.takeOver(request.officer(), request.reason(), validators, actor, now));
    }

    @PostMapping("/{id}/closing")
    @Operation(
            summary = "Closes the visit with its outcome",
            description = "409 while a response is awaited in time, or while a required action is unresolved unless the"
                    + " outcome is UNSATISFACTORY.")
    ResponseEntity<VisitView> close(
            @PathVariable String id, @Valid @RequestBody ClosingRequest request, @ChangeCommand Command command) {
        var reason = Objects.requireNonNullElse(request.reason(), "");
        var noted = command.withInternalNote(request.internalNote());
        return commands.change(id, noted, (visit, actor, now) -> visit.close(request.outcome(), reason, actor, now));
    }
}
