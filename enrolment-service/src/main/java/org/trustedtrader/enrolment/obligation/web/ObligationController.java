package org.trustedtrader.enrolment.obligation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
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
import org.trustedtrader.enrolment.obligation.DecideObligation;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;
import org.trustedtrader.enrolment.obligation.ObligationProposal;
import org.trustedtrader.enrolment.obligation.ObligationRules;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Csv;
import org.trustedtrader.platform.web.CsvColumns;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.ParameterValues;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/obligations")
@Tag(name = "Obligations")
class ObligationController {

    /** Changes whose reasons only officers read. */
    private static final Set<String> CONFIDENTIAL = Set.of("proposed", "decider-named");

    private final Obligations obligations;
    private final ObligationRules policies;
    private final DecideObligation decide;
    private final RegionGuard regions;

    ObligationController(
            Obligations obligations, ObligationRules policies, DecideObligation decide, RegionGuard regions) {
        this.obligations = obligations;
        this.policies = policies;
        this.decide = decide;
        this.regions = regions;
    }

    /**
     * @param dueOn  the proposed last day (programme zone), with EXTENSION only
     * @param reason for officers; the company does not read it
     */
    record ProposalRequest(
            @NotNull ObligationProposal.Kind kind,
            @Nullable LocalDate dueOn,
            @NotBlank @Size(max = 1000) String reason) {}

    /**
     * @param officer the actor id, as an officer's history shows it
     * @param reason  for officers; the company does not read it
     */
    record DeciderRequest(
            @NotBlank @Size(max = 100) String officer,
            @NotBlank @Size(max = 1000) String reason) {}

    /** @param by actor id */
    record ProposalView(
            ObligationProposal.Kind kind, @Nullable LocalDate dueOn, String reason, String by, Instant at) {

        static @Nullable ProposalView of(@Nullable ObligationProposal p) {
            return p == null ? null : new ProposalView(p.kind(), p.dueOn(), p.reason(), p.by(), p.at());
        }
    }

    /** @param dueOn the new last day, programme zone */
    record ExtensionRequest(
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = 1000) String reason,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    record WaiverRequest(
            @NotBlank @Size(max = 1000) String reason,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    /**
     * An obligation as its readers see it; days are days of the programme's zone.
     *
     * @param source      what it is about: {@code action/4711}, {@code cycle/2031-11-23}
     * @param turn        who has to act next; the company's delay counts only while it has the turn
     * @param consequence what follows when the due date has passed
     * @param proposal    for officers only
     */
    @CsvColumns(
            titles = "enrolment.column",
            value = {
                "obligationId",
                "membershipId",
                "company",
                "kind",
                "source",
                "owner",
                "turn",
                "consequence",
                "state",
                "dueOn",
                "nextReminderOn"
            })
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
            @Nullable ProposalView proposal,
            long version) {}

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    @Operation(
            summary = "List obligations",
            description =
                    "Officers see those of their regions; a company sees what it owes itself. `dueUntil` is the last due date, a day of"
                            + " the programme's zone. In order of id; `after` continues with an earlier page's `next`.")
    Page<ObligationView> list(
            Actor actor,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable String membership,
            @RequestParam @Nullable String kind,
            @RequestParam Obligation.@Nullable State state,
            @RequestParam ObligationPolicy.@Nullable Owner owner,
            @RequestParam @Nullable LocalDate dueUntil,
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var officer = Roles.isOfficer(actor);
        var filter = new Obligations.Filter(
                ParameterValues.company(company, actor, officer).orElse(null),
                membership,
                ParameterValues.oneOf("kind", kind, policies.kinds()),
                state,
                officer ? owner : ObligationPolicy.Owner.COMPANY,
                dueUntil);
        return Page.of(
                (from, most) -> regions.page(actor, region, from, most, (f, m) -> obligations.page(filter, f, m)),
                after,
                limit,
                o -> view(o, actor));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read an obligation", description = "404 not-found also for another company's.")
    ResponseEntity<ObligationView> read(@PathVariable String id, Actor actor) {
        return answer(obligations.visible(id, actor), actor);
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Read what happened to an obligation", description = "Effective and recorded times in UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        return HistoryView.of(obligations.history(obligations.visible(id, actor).id()), actor, CONFIDENTIAL);
    }

    @PostMapping("/{id}/proposal")
    @Operation(
            summary = "Propose a later due date or a waiver",
            description = "Another officer grants it. A newer proposal replaces it. The company does not read it. 409"
                    + " wrong-state once it is met, waived or void; 422 as for the extension.")
    ResponseEntity<ObligationView> propose(
            @PathVariable String id, @Valid @RequestBody ProposalRequest request, @ChangeCommand Command command) {
        return answer(
                decide.propose(
                        id, request.kind(), request.dueOn(), request.reason().strip(), command),
                command.actor());
    }

    @PostMapping("/{id}/decider")
    @Operation(
            summary = "Name the officer who grants a proposal",
            description = "Where no officer is left who took no part. Never the proposer, and never oneself: 409"
                    + " decided-by-someone-else. Only somebody who took part: 409 naming-not-needed for anybody else, who decides without being named. The"
                    + " platform keeps no list of officers, so whether another one is free is what `reason` says; officers"
                    + " and auditors read in the history who was named and why. 409"
                    + " no-proposal, wrong-state.")
    ResponseEntity<ObligationView> nameDecider(
            @PathVariable String id, @Valid @RequestBody DeciderRequest request, @ChangeCommand Command command) {
        return answer(decide.nameDecider(id, request.officer(), request.reason().strip(), command), command.actor());
    }

    @PostMapping("/{id}/extension")
    @Operation(
            summary = "Grant a later due date",
            description =
                    "Grants another officer's proposal: 409 proposal-needed; 409 decided-by-someone-else for the proposer and,"
                            + " for what is owed about a suspension, for those who suspended or confirmed it. 409 wrong-state once"
                            + " it is met, waived or void; 422 unless the day is after today, after the present due date, and not"
                            + " after the proposed one. The company reads the reason.")
    ResponseEntity<ObligationView> extend(
            @PathVariable String id, @Valid @RequestBody ExtensionRequest request, @ChangeCommand Command command) {
        return answer(
                decide.extend(
                        id,
                        request.dueOn(),
                        request.reason().strip(),
                        command.withInternalNote(request.internalNote())),
                command.actor());
    }

    @PostMapping("/{id}/waiver")
    @Operation(
            summary = "Waive an obligation",
            description =
                    "Grants another officer's proposal: 409 proposal-needed, decided-by-someone-else as for the extension. 409"
                            + " wrong-state once it is met, waived or void. The company reads the reason.")
    ResponseEntity<ObligationView> waive(
            @PathVariable String id, @Valid @RequestBody WaiverRequest request, @ChangeCommand Command command) {
        return answer(
                decide.waive(id, request.reason().strip(), command.withInternalNote(request.internalNote())),
                command.actor());
    }

    private ObligationView view(Obligation obligation, Actor reader) {
        var s = obligation.snapshot();
        return new ObligationView(
                obligation.id(),
                s.subject().membershipId(),
                s.subject().company(),
                s.subject().kind(),
                s.subject().source(),
                s.owner(),
                s.turn(),
                policies.of(s).consequence(),
                s.state(),
                s.dueOn(),
                s.nextReminderOn(),
                Roles.isOfficer(reader) ? ProposalView.of(s.proposal()) : null,
                obligation.version());
    }

    private ResponseEntity<ObligationView> answer(Obligation obligation, Actor reader) {
        return Versioned.ok(view(obligation, reader), obligation.version());
    }
}
