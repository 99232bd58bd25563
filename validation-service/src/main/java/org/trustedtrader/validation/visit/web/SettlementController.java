package org.trustedtrader.validation.visit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.validation.visit.Outcome;
import org.trustedtrader.validation.visit.SettleVisit;

/** The company responds to findings, the assigned officer judges the responses and closes the visit. */
@RestController
@RequestMapping("/v1/visits/{id}")
@Tag(name = "Settlement")
class SettlementController {

    private final SettleVisit settle;
    private final VisitViews views;

    SettlementController(SettleVisit settle, VisitViews views) {
        this.settle = settle;
        this.views = views;
    }

    record ClosingRequest(
            @NotNull(message = "must be given") Outcome outcome,

            @Nullable @Size(max = 2000, message = "must have 2000 characters at most")
            String reason) {}

    @PostMapping("/findings/{finding}/response")
    @Operation(
            summary = "Responds to a finding (company)",
            description = "Until the last day for a response; may be replaced until it is accepted.")
    ResponseEntity<VisitView> respond(
            @PathVariable String id,
            @PathVariable String finding,
            @Valid @RequestBody Texts.Response request,
            @ChangeCommand Command command) {
        return views.answer(settle.respond(id, finding, request.response(), command), command.actor());
    }

    @PostMapping("/findings/{finding}/acceptance")
    @Operation(summary = "Accepts a response", description = "What it promises is still to be verified.")
    ResponseEntity<VisitView> accept(
            @PathVariable String id,
            @PathVariable String finding,
            @Valid @RequestBody Texts.Comment request,
            @ChangeCommand Command command) {
        return views.answer(settle.accept(id, finding, request.comment(), command), command.actor());
    }

    @PostMapping("/findings/{finding}/dispute")
    @Operation(summary = "Disputes a response", description = "The company may respond again.")
    ResponseEntity<VisitView> dispute(
            @PathVariable String id,
            @PathVariable String finding,
            @Valid @RequestBody Texts.Comment request,
            @ChangeCommand Command command) {
        return views.answer(settle.dispute(id, finding, request.comment(), command), command.actor());
    }

    @PostMapping("/findings/{finding}/resolution")
    @Operation(summary = "Resolves a finding", description = "What was promised is verified, or a dispute is settled.")
    ResponseEntity<VisitView> resolve(
            @PathVariable String id,
            @PathVariable String finding,
            @Valid @RequestBody Texts.Comment request,
            @ChangeCommand Command command) {
        return views.answer(settle.resolve(id, finding, request.comment(), command), command.actor());
    }

    @PostMapping("/closing")
    @Operation(
            summary = "Closes the visit with its outcome",
            description = "409 while a response is awaited in time, or while a required action is unresolved unless the"
                    + " outcome is UNSATISFACTORY.")
    ResponseEntity<VisitView> close(
            @PathVariable String id, @Valid @RequestBody ClosingRequest request, @ChangeCommand Command command) {
        var reason = Objects.requireNonNullElse(request.reason(), "");
        return views.answer(settle.close(id, request.outcome(), reason, command), command.actor());
    }
}
