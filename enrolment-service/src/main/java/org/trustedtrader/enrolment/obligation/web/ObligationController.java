package org.trustedtrader.enrolment.obligation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/obligations")
@Tag(name = "Obligations")
class ObligationController {

    private final Obligations obligations;
    private final ObligationPolicies policies;
    private final Clock clock;

    ObligationController(Obligations obligations, ObligationPolicies policies, Clock clock) {
        this.obligations = obligations;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param dueOn the new last day, programme zone */
    record ExtensionRequest(
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = 1000) String reason) {}

    record WaiverRequest(@NotBlank @Size(max = 1000) String reason) {}

    /**
     * An obligation as its readers see it; days are days of the programme's zone.
     *
     * @param source      what it is about: {@code action/4711}, {@code cycle/2031-11-23}
     * @param turn        who has to act next; the company's delay counts only while it has the turn
     * @param consequence what follows when the due date has passed
     */
    record ObligationView(
            String obligationId,
            String membershipId,
            String company,
            String kind,
            String source,
            ObligationPolicy.Owner owner,
            ObligationPolicy.Owner turn,
            ObligationPolicy.Consequence consequence,
            Obligation.State state,
            LocalDate dueOn,
            @Nullable LocalDate nextReminderOn,
            long version) {}

    @GetMapping
    @Operation(
            summary = "List obligations",
            description =
                    "Officers see all; a company sees what it owes itself. `dueUntil` is the last due date, a day of"
                            + " the programme's zone. In order of id; `after` continues with an earlier page's `next`.")
    Page<ObligationView> list(
            Actor actor,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable String membership,
            @RequestParam @Nullable String kind,
            @RequestParam Obligation.@Nullable State state,
            @RequestParam ObligationPolicy.@Nullable Owner owner,
            @RequestParam @Nullable LocalDate dueUntil,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var officer = Roles.isOfficer(actor);
        var filter = new Obligations.Filter(
                officer ? company : actor.company().orElse(""),
                membership,
                kind,
                state,
                officer ? owner : ObligationPolicy.Owner.COMPANY,
                dueUntil);
        return Page.of(obligations.page(filter, Page.after(after), limit + 1), limit, this::view);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read an obligation", description = "404 not-found also for another company's.")
    ResponseEntity<ObligationView> read(@PathVariable String id, Actor actor) {
        return answer(obligations.visible(id, actor));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Read what happened to an obligation", description = "Effective and recorded times in UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        return HistoryView.of(obligations.history(obligations.visible(id, actor).id()), actor);
    }

    @PostMapping("/{id}/extension")
    @Operation(
            summary = "Grant a later due date",
            description =
                    "409 wrong-state once it is met, waived or void; 422 unless the day is after today and after the"
                            + " present due date.")
    ResponseEntity<ObligationView> extend(
            @PathVariable String id, @Valid @RequestBody ExtensionRequest request, @ChangeCommand Command command) {
        return answer(obligations.change(
                id,
                command,
                o -> o.extend(
                        request.dueOn(),
                        request.reason().strip(),
                        policies.of(o.snapshot().subject().kind()),
                        command.actor(),
                        clock.instant())));
    }

    @PostMapping("/{id}/waiver")
    @Operation(summary = "Waive an obligation", description = "409 wrong-state once it is met, waived or void.")
    ResponseEntity<ObligationView> waive(
            @PathVariable String id, @Valid @RequestBody WaiverRequest request, @ChangeCommand Command command) {
        return answer(obligations.change(
                id, command, o -> o.waive(request.reason().strip(), command.actor(), clock.instant())));
    }

    private ObligationView view(Obligation obligation) {
        var s = obligation.snapshot();
        return new ObligationView(
                obligation.id(),
                s.subject().membershipId(),
                s.subject().company(),
                s.subject().kind(),
                s.subject().source(),
                s.owner(),
                s.turn(),
                policies.of(s.subject().kind()).consequence(),
                s.state(),
                s.dueOn(),
                s.nextReminderOn(),
                obligation.version());
    }

    private ResponseEntity<ObligationView> answer(Obligation obligation) {
        return Versioned.ok(view(obligation), obligation.version());
    }
}
