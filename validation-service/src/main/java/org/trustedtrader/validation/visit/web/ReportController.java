package org.trustedtrader.validation.visit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.validation.visit.ReportOnVisit;

/** The report: written by the assigned officer, acknowledged by the company. */
@RestController
@RequestMapping("/v1/visits/{id}/report")
@Tag(name = "Report")
class ReportController {

    private final ReportOnVisit report;
    private final VisitViews views;

    ReportController(ReportOnVisit report, VisitViews views) {
        this.report = report;
        this.views = views;
    }

    record DraftRequest(
            @NotBlank(message = "must be given") @Size(max = 20000, message = "must have 20000 characters at most")
            String summary) {}

    record ExtensionRequest(
            @Min(value = 1, message = "must be from 1 to 180") @Max(value = 180, message = "must be from 1 to 180")
            int days,

            @NotBlank(message = "must be given") @Size(max = 1000, message = "must have 1000 characters at most")
            String reason) {}

    @PutMapping
    @Operation(summary = "Writes the draft", description = "Replaces an earlier draft.")
    ResponseEntity<VisitView> draft(
            @PathVariable String id, @Valid @RequestBody DraftRequest request, @ChangeCommand Command command) {
        return views.answer(report.draft(id, request.summary(), command), command.actor());
    }

    @PostMapping("/issuance")
    @Operation(
            summary = "Issues the report to the company",
            description = "Its findings are communicated; the days for a response run from now.")
    ResponseEntity<VisitView> issue(@PathVariable String id, @ChangeCommand Command command) {
        return views.answer(report.issue(id, command), command.actor());
    }

    @PostMapping("/acknowledgement")
    @Operation(
            summary = "Acknowledges the report (company)",
            description = "A response to a finding acknowledges it too.")
    ResponseEntity<VisitView> acknowledge(@PathVariable String id, @ChangeCommand Command command) {
        return views.answer(report.acknowledge(id, command), command.actor());
    }

    @PostMapping("/extension")
    @Operation(summary = "Gives the company more days to respond", description = "Days, 1 to 180.")
    ResponseEntity<VisitView> extend(
            @PathVariable String id, @Valid @RequestBody ExtensionRequest request, @ChangeCommand Command command) {
        return views.answer(report.extend(id, request.days(), request.reason(), command), command.actor());
    }
}
