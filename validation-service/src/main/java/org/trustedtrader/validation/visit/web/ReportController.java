package org.trustedtrader.validation.visit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitParameters;

/** The report: written by the assigned officer, acknowledged by the company. */
@RestController
@RequestMapping("/v1/visits/{id}/report")
@Tag(name = "Report")
class ReportController {

    private final VisitParameters parameters;
    private final VisitCommandHandler commands;

    ReportController(VisitParameters parameters, VisitCommandHandler commands) {
        this.parameters = parameters;
        this.commands = commands;
    }

    record DraftRequest(@NotBlank @Size(max = 20000) String summary) {}

    record ExtensionRequest(
            @Min(value = 1) @Max(value = 180) int days,

            @NotBlank @Size(max = 1000) String reason,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    @PutMapping
    @Operation(summary = "Writes the draft", description = "Replaces an earlier draft.")
    ResponseEntity<VisitView> draft(
            @PathVariable String id, @Valid @RequestBody DraftRequest request, @ChangeCommand Command command) {
        return commands.change(id, command, (visit, actor, now) -> visit.draftReport(request.summary(), actor, now));
    }

    @PostMapping("/issuance")
    @Operation(
            summary = "Issues the report to the company",
            description =
                    "Its findings are communicated; the days for a response run from now, in days of the programme's"
                            + " zone (America/Toronto); the last one is a working day.")
    ResponseEntity<VisitView> issue(@PathVariable String id, @ChangeCommand Command command) {
        return commands.change(id, command, (visit, actor, now) -> visit.issueReport(parameters, actor, now));
    }

    @PostMapping("/acknowledgement")
    @Operation(
            summary = "Acknowledges the report (company)",
            description = "A response to a finding acknowledges it too.")
    ResponseEntity<VisitView> acknowledge(@PathVariable String id, @ChangeCommand Command command) {
        return commands.change(id, command, Visit::acknowledgeReport);
    }

    @PostMapping("/extension")
    @Operation(summary = "Gives the company more days to respond", description = "Days, 1 to 180.")
    ResponseEntity<VisitView> extend(
            @PathVariable String id, @Valid @RequestBody ExtensionRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return commands.change(
                id, noted, (visit, actor, now) -> visit.extendResponse(request.days(), request.reason(), actor, now));
    }
}
