package org.trustedtrader.validation.visit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.validation.visit.ProposeSlots;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.SchedulingRules;
import org.trustedtrader.validation.visit.Slot;

/** Finding a time: the officers offer slots, the company picks one. */
@RestController
@RequestMapping("/v1/visits/{id}")
@Tag(name = "Scheduling")
class SchedulingController {

    private final ProposeSlots proposeSlots;
    private final SchedulingRules rules;
    private final VisitCommandHandler commands;

    SchedulingController(ProposeSlots proposeSlots, SchedulingRules rules, VisitCommandHandler commands) {
        this.proposeSlots = proposeSlots;
        this.rules = rules;
        this.commands = commands;
    }

    record ProposalRequest(
            @Nullable String siteId,
            @NotNull Schedule.Mode mode,

            @NotEmpty @Size(max = 20) List<@Valid SlotRequest> slots) {}

    record SlotRequest(
            @NotBlank @Size(max = 200) String officer,

            @NotNull Instant startsAt,

            @Min(value = 1) @Max(value = 10) int hours) {

        Slot slot() {
            return new Slot(officer, startsAt, hours);
        }
    }

    record ConfirmationRequest(@Min(value = 1) int slot) {}

    record ReschedulingRequest(
            @Min(value = 1) int slot,

            @NotBlank @Size(max = 1000) String reason) {}

    @PostMapping("/proposal")
    @Operation(
            summary = "Puts slots on offer (validator)",
            description = "Replaces an earlier offer or agreement. Without siteId for the site"
                    + " that the visit is due for, else for the riskiest. `startsAt` is UTC;"
                    + " opening hours and holidays are those of the site, notice is counted in days of the site's"
                    + " zone. 409 names the first rule broken, `errors` all; 503 if the sites cannot be looked"
                    + " up.")
    ResponseEntity<VisitView> propose(
            @PathVariable String id, @Valid @RequestBody ProposalRequest request, @ChangeCommand Command command) {
        var slots = request.slots().stream().map(SlotRequest::slot).toList();
        var visit = proposeSlots.propose(id, request.siteId(), request.mode(), slots, command);
        return commands.answer(visit, command.actor());
    }

    @PostMapping("/notification")
    @Operation(summary = "Tells the company of the slots (validator)", description = "The notice is checked again.")
    ResponseEntity<VisitView> notifyCompany(@PathVariable String id, @ChangeCommand Command command) {
        return commands.change(id, command, (visit, actor, now) -> visit.notifyCompany(rules, actor, now));
    }

    @PostMapping("/confirmation")
    @Operation(
            summary = "Agrees on a slot (company)",
            description = "Slots count from 1. All rules are checked again: 409 if the slot is no longer possible.")
    ResponseEntity<VisitView> confirm(
            @PathVariable String id, @Valid @RequestBody ConfirmationRequest request, @ChangeCommand Command command) {
        return commands.change(id, command, (visit, actor, now) -> visit.confirm(request.slot(), rules, actor, now));
    }

    @PostMapping("/refusal")
    @Operation(
            summary = "Declines all slots (company)",
            description = "The visit is due again; the reason says what would suit.")
    ResponseEntity<VisitView> decline(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        return commands.change(id, command, (visit, actor, now) -> visit.decline(request.reason(), actor, now));
    }

    @PostMapping("/rescheduling")
    @Operation(
            summary = "Moves an agreed visit to another of the offered slots (company or validator)",
            description =
                    "409 if it was moved too often, or, for a company, if the visit is too near (days of the site's"
                            + " zone).")
    ResponseEntity<VisitView> reschedule(
            @PathVariable String id, @Valid @RequestBody ReschedulingRequest request, @ChangeCommand Command command) {
        return commands.change(
                id,
                command,
                (visit, actor, now) -> visit.reschedule(request.slot(), request.reason(), rules, actor, now));
    }
}
