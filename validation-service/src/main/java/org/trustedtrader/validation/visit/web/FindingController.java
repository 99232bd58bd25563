package org.trustedtrader.validation.visit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.validation.visit.Finding;

/** Findings: raised by the assigned officer at the site, answered by the company, judged by the officer. */
@RestController
@RequestMapping("/v1/visits/{id}/findings")
@Tag(name = "Findings")
class FindingController {

    private final VisitCommandHandler commands;

    FindingController(VisitCommandHandler commands) {
        this.commands = commands;
    }

    record FindingRequest(
            @NotNull Finding.Kind kind,

            @NotNull @Pattern(regexp = FieldworkController.AREA, message = FieldworkController.AREA_FORM)
            String area,

            @Nullable @Size(min = 1, max = 40) String criterion,

            @NotBlank @Size(max = 4000) String text,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    record ResponseRequest(@NotBlank @Size(max = 4000) String response) {}

    record DecisionRequest(
            @NotNull Finding.Decision decision,

            @NotBlank @Size(max = 4000) String comment,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    record CommentRequest(
            @NotBlank @Size(max = 4000) String comment,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    @PostMapping
    @Operation(summary = "Raises a finding", description = "Findings are named F1, F2, … in their order.")
    ResponseEntity<VisitView> raise(
            @PathVariable String id, @Valid @RequestBody FindingRequest request, @ChangeCommand Command command) {
        return commands.change(
                id,
                command.withInternalNote(request.internalNote()),
                (visit, actor, now) -> visit.raiseFinding(
                        request.kind(), request.area(), request.criterion(), request.text(), actor, now));
    }

    @PostMapping("/{finding}/response")
    @Operation(
            summary = "Responds to a finding (company)",
            description = "Until the last day for a response; may be replaced until it is accepted.")
    ResponseEntity<VisitView> respond(
            @PathVariable String id,
            @PathVariable String finding,
            @Valid @RequestBody ResponseRequest request,
            @ChangeCommand Command command) {
        return commands.change(
                id, command, (visit, actor, now) -> visit.respond(finding, request.response(), actor, now));
    }

    @PostMapping("/{finding}/acceptance")
    @Operation(summary = "Accepts a response", description = "What it promises is still to be verified.")
    ResponseEntity<VisitView> accept(
            @PathVariable String id,
            @PathVariable String finding,
            @Valid @RequestBody CommentRequest request,
            @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return commands.change(
                id, noted, (visit, actor, now) -> visit.acceptResponse(finding, request.comment(), actor, now));
    }

    @PostMapping("/{finding}/dispute")
    @Operation(
            summary = "Disputes a response",
            description = "The company may respond again, or another officer decides.")
    ResponseEntity<VisitView> dispute(
            @PathVariable String id,
            @PathVariable String finding,
            @Valid @RequestBody CommentRequest request,
            @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return commands.change(
                id, noted, (visit, actor, now) -> visit.disputeResponse(finding, request.comment(), actor, now));
    }

    @PostMapping("/{finding}/decision")
    @Operation(
            summary = "Decides on a disputed finding (another validator, programme manager)",
            description =
                    "UPHELD: it stands, and the company responds again. DROPPED: it asks for nothing any more. 403 for"
                            + " an officer who carries or carried out the visit.")
    ResponseEntity<VisitView> decide(
            @PathVariable String id,
            @PathVariable String finding,
            @Valid @RequestBody DecisionRequest request,
            @ChangeCommand Command command) {
        return commands.change(
                id,
                command.withInternalNote(request.internalNote()),
                (visit, actor, now) -> visit.decideDispute(finding, request.decision(), request.comment(), actor, now));
    }

    @PostMapping("/{finding}/resolution")
    @Operation(summary = "Resolves a finding", description = "What was promised is verified.")
    ResponseEntity<VisitView> resolve(
            @PathVariable String id,
            @PathVariable String finding,
            @Valid @RequestBody CommentRequest request,
            @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return commands.change(
                id, noted, (visit, actor, now) -> visit.resolveFinding(finding, request.comment(), actor, now));
    }
}
