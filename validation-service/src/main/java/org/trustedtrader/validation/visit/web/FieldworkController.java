package org.trustedtrader.validation.visit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.validation.visit.Deviations;
import org.trustedtrader.validation.visit.Fieldwork;
import org.trustedtrader.validation.visit.RiskLevel;

/** At the site: the officer who is assigned to the visit does these; a programme manager may record a no-show too. */
@RestController
@RequestMapping("/v1/visits/{id}")
@Tag(name = "Fieldwork")
class FieldworkController {

    static final String AREA = "[A-Z][A-Z_]{1,39}";
    static final String AREA_FORM = "{validation.fieldwork.area-form}";

    private final VisitCommandHandler commands;

    FieldworkController(VisitCommandHandler commands) {
        this.commands = commands;
    }

    record StartRequest(@NotEmpty @Size(max = 50) List<@Valid ParticipantRequest> people) {}

    record ParticipantRequest(
            @NotBlank @Size(max = 120) String name,

            @NotBlank @Size(max = 120) String position,

            @NotNull Fieldwork.Participant.Side side) {}

    record NoShowRequest(
            Deviations.@Nullable Absent by,

            @NotBlank @Size(max = 1000) String reason,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {

        private Deviations.Absent absent() {
            return by == null ? Deviations.Absent.COMPANY : by;
        }
    }

    record FieldworkRequest(
            @NotEmpty @Size(max = 50) List<@Valid AreaRequest> areas,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    record AreaRequest(
            @NotNull @Pattern(regexp = AREA, message = AREA_FORM)
            String area,

            @NotNull RiskLevel level,

            @NotBlank @Size(max = 2000) String note) {}

    @PostMapping("/start")
    @Operation(
            summary = "Starts the visit",
            description =
                    "Not before the agreed start (programme time): 409. Names stay in the visit and are shown to the"
                            + " company, validators and auditors only.")
    ResponseEntity<VisitView> start(
            @PathVariable String id, @Valid @RequestBody StartRequest request, @ChangeCommand Command command) {
        var people = request.people().stream()
                .map(person -> new Fieldwork.Participant(person.name(), person.position(), person.side()))
                .toList();
        return commands.change(id, command, (visit, actor, now) -> visit.start(people, actor, now));
    }

    @PostMapping("/no-show")
    @Operation(
            summary = "Records that an agreed visit did not take place (assigned validator, programme manager)",
            description =
                    "`by` says who did not come: COMPANY, if absent, after which the visit may be planned again, or"
                            + " PROGRAMME, after which it is due again.")
    ResponseEntity<VisitView> noShow(
            @PathVariable String id, @Valid @RequestBody NoShowRequest request, @ChangeCommand Command command) {
        var noted = command.withInternalNote(request.internalNote());
        return commands.change(
                id, noted, (visit, actor, now) -> visit.recordNoShow(request.absent(), request.reason(), actor, now));
    }

    @PostMapping("/fieldwork")
    @Operation(
            summary = "Ends the fieldwork with the risk per area",
            description =
                    "The overall risk is that of the worst area. 409 if an area with a finding is not rated, or one"
                            + " that requires an action is rated LOW.")
    ResponseEntity<VisitView> finish(
            @PathVariable String id, @Valid @RequestBody FieldworkRequest request, @ChangeCommand Command command) {
        var areas = request.areas().stream()
                .map(area -> new Fieldwork.AreaRating(area.area(), area.level(), area.note()))
                .toList();
        var noted = command.withInternalNote(request.internalNote());
        return commands.change(id, noted, (visit, actor, now) -> visit.finishFieldwork(areas, actor, now));
    }
}
