package org.trustedtrader.enrolment.company.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.DecideIdentifier;
import org.trustedtrader.enrolment.company.Identifier;
import org.trustedtrader.enrolment.company.IdentifierClaim;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.identifier.IdentifierScheme;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.Versioned;

/** The identifiers that companies claim. The version of each is that of its company's record. */
@RestController
class IdentifierController {

    private static final String OF_COMPANY = "/v1/companies/{businessNumber}/identifiers";
    private static final String ONE = OF_COMPANY + "/{scheme}/{number}";

    private final Companies companies;
    private final DecideIdentifier decide;
    private final Clock clock;
    private final RegionGuard regions;

    IdentifierController(Companies companies, DecideIdentifier decide, Clock clock, RegionGuard regions) {
        this.companies = companies;
        this.decide = decide;
        this.clock = clock;
        this.regions = regions;
    }

    /**
     * An identifier that the company claims.
     *
     * @param scheme   a code: CARRIER_CODE, BN15, CSA, CTPAT, AEO or TIN; in addresses it is written {@code carrier-code}
     * @param replaces the number of the same scheme that is given up when this one is confirmed
     */
    record ClaimRequest(
            @NotNull IdentifierScheme scheme,
            @NotBlank @Size(max = 64) String number,
            @Nullable @Size(max = 64) String replaces) {}

    /** @param source where the officer looked, such as a register */
    record ConfirmationRequest(
            @NotBlank @Size(max = 500) String source,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    /** @param source where the officer looked, such as a register */
    record RefusalRequest(
            @NotBlank @Size(max = 500) String source,
            @NotBlank @Size(max = 1000) String reason,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    /**
     * A claim and what became of it.
     *
     * @param decidedBy for officers only
     * @param inRecord  whether it stands in the company's record; one that replaces another does so once it is confirmed
     */
    record IdentifierView(
            IdentifierScheme scheme,
            String number,
            IdentifierClaim.State state,
            boolean inRecord,
            @Nullable String replaces,
            @Nullable String source,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable LocalDate confirmedUntil) {

        static IdentifierView of(Company company, IdentifierClaim claim, Actor reader) {
            return new IdentifierView(
                    claim.identifier().scheme(),
                    claim.identifier().number(),
                    claim.state(),
                    company.records(claim.identifier()),
                    claim.replaces(),
                    claim.source(),
                    claim.reason(),
                    Roles.isOfficer(reader) ? claim.decidedBy() : null,
                    claim.decidedAt(),
                    claim.confirmedUntil());
        }
    }

    record IdentifiersView(String businessNumber, List<IdentifierView> items) {

        static IdentifiersView of(Company company, Actor reader) {
            return new IdentifiersView(
                    company.id(),
                    company.identifiers().stream()
                            .map(claim -> IdentifierView.of(company, claim, reader))
                            .toList());
        }
    }

    /**
     * A company with identifiers to look into.
     *
     * @param possibleDuplicates business numbers of companies with the same name at the same address
     */
    record ClaimantView(
            String businessNumber,
            String legalName,
            List<IdentifierView> identifiers,
            List<String> possibleDuplicates) {}

    @GetMapping(OF_COMPANY)
    @Operation(
            summary = "Read a company's identifiers",
            description = "What it claims, and what officers found. 404 not-found also for another company's.")
    ResponseEntity<IdentifiersView> ofCompany(@PathVariable String businessNumber, Actor actor) {
        var company = companies.visible(businessNumber, actor);
        return Versioned.ok(IdentifiersView.of(company, actor), company.version());
    }

    @GetMapping(ONE)
    @Operation(
            summary = "Read one identifier of a company",
            description = "scheme: carrier-code, bn15, csa, ctpat, aeo or tin; names in capitals are understood too.")
    ResponseEntity<IdentifierView> read(
            @PathVariable String businessNumber,
            @PathVariable String scheme,
            @PathVariable String number,
            Actor actor) {
        return answer(companies.visible(businessNumber, actor), identifier(scheme, number), actor);
    }

    @PostMapping(OF_COMPANY)
    @Operation(
            summary = "Claim another identifier",
            description =
                    "Also while the record's identifiers are frozen. It grants nothing until an intake officer confirms"
                            + " it; then it enters the record, and what it replaces is closed at the same moment. A carrier code"
                            + " replaces the present one. 409 identifier-claimed, identifier-held; 412 stale-version; 422.")
    ResponseEntity<IdentifierView> claim(
            @PathVariable String businessNumber,
            @Valid @RequestBody ClaimRequest request,
            @ChangeCommand Command command) {
        if (request.scheme() == IdentifierScheme.BN9) {
            throw new Refusal.InvalidInput("scheme", Message.of("enrolment.company.business-number-fixed"));
        }
        var identifier = new Identifier(request.scheme(), request.scheme().parse("number", request.number()));
        var company = companies.change(
                businessNumber,
                command,
                c -> c.claim(identifier, request.replaces(), command.actor(), clock.instant()));
        return answer(company, identifier, command.actor());
    }

    @PostMapping(ONE + "/confirmation")
    @Operation(
            summary = "Confirm that an identifier is the company's",
            description = "Names the source. It counts at the border from now on. Confirming again renews it."
                    + " 409 wrong-state, identifier-claimed if it is confirmed to be another company's,"
                    + " decided-by-someone-else for a company of one's own.")
    ResponseEntity<IdentifierView> confirm(
            @PathVariable String businessNumber,
            @PathVariable String scheme,
            @PathVariable String number,
            @Valid @RequestBody ConfirmationRequest request,
            @ChangeCommand Command command) {
        var identifier = identifier(scheme, number);
        var finding = new IdentifierClaim.Finding(request.source().strip(), "");
        return answer(
                decide.confirm(businessNumber, identifier, finding, command.withInternalNote(request.internalNote())),
                identifier,
                command.actor());
    }

    @PostMapping(ONE + "/refusal")
    @Operation(
            summary = "Refuse a claimed identifier",
            description = "Names source and reason; the company reads both. 409 wrong-state, decided-by-someone-else.")
    ResponseEntity<IdentifierView> refuse(
            @PathVariable String businessNumber,
            @PathVariable String scheme,
            @PathVariable String number,
            @Valid @RequestBody RefusalRequest request,
            @ChangeCommand Command command) {
        var identifier = identifier(scheme, number);
        var finding = new IdentifierClaim.Finding(
                request.source().strip(), request.reason().strip());
        return answer(
                decide.refuse(businessNumber, identifier, finding, command.withInternalNote(request.internalNote())),
                identifier,
                command.actor());
    }

    @PostMapping(ONE + "/revocation")
    @Operation(
            summary = "Take back the confirmation of an identifier",
            description = "It ceases to count at the border, and is free for its rightful holder. 409 wrong-state,"
                    + " decided-by-someone-else.")
    ResponseEntity<IdentifierView> revoke(
            @PathVariable String businessNumber,
            @PathVariable String scheme,
            @PathVariable String number,
            @Valid @RequestBody RefusalRequest request,
            @ChangeCommand Command command) {
        var identifier = identifier(scheme, number);
        var finding = new IdentifierClaim.Finding(
                request.source().strip(), request.reason().strip());
        return answer(
                decide.revoke(businessNumber, identifier, finding, command.withInternalNote(request.internalNote())),
                identifier,
                command.actor());
    }

    @GetMapping("/v1/identifiers")
    @Operation(
            summary = "List companies with identifiers to look into",
            description =
                    "Those with an identifier in `state` (CLAIMED by default), in order of business number. With `until`"
                            + " those that are confirmed until that day at the latest: `state=CONFIRMED&until=` lists what has to be"
                            + " confirmed again.")
    Page<ClaimantView> claimed(
            Actor actor,
            @RequestParam(defaultValue = "CLAIMED") IdentifierClaim.State state,
            @RequestParam @Nullable LocalDate until,
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        return Page.of(
                (from, most) -> regions.page(
                        actor,
                        region,
                        from,
                        most,
                        (f, m) -> companies.claiming(state, Optional.ofNullable(until), f, m)),
                after,
                limit,
                company -> claimant(company, state, actor));
    }

    private ClaimantView claimant(Company company, IdentifierClaim.State state, Actor reader) {
        return new ClaimantView(
                company.id(),
                company.details().legalName(),
                company.identifiers().stream()
                        .filter(claim -> claim.state() == state)
                        .map(claim -> IdentifierView.of(company, claim, reader))
                        .toList(),
                companies.possibleDuplicates(company));
    }

    private static ResponseEntity<IdentifierView> answer(Company company, Identifier identifier, Actor reader) {
        return Versioned.ok(IdentifierView.of(company, company.identifier(identifier), reader), company.version());
    }

    private static Identifier identifier(String scheme, String number) {
        return Identifier.named(scheme, number).orElseThrow(() -> new Refusal.NotFound("identifier"));
    }
}
