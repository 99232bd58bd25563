package org.trustedtrader.enrolment.company.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.company.AmendCompany;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.Names;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.identifier.BusinessNumber;
import org.trustedtrader.platform.identifier.CarrierCode;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/companies")
class CompanyController {

    private final AmendCompany amend;
    private final Companies companies;
    private final Clock clock;
    private final RegionGuard regions;

    CompanyController(AmendCompany amend, Companies companies, Clock clock, RegionGuard regions) {
        this.amend = amend;
        this.companies = companies;
        this.clock = clock;
        this.regions = regions;
    }

    @PostMapping
    @Operation(
            summary = "Register the caller's company",
            description =
                    "403 not-allowed unless the token names that company; 409 already-exists; 409 identifier-claimed"
                            + " if a carrier code or account is confirmed to be another company's; 422 invalid-input.")
    ResponseEntity<CompanyBody> register(@Valid @RequestBody CompanyBody body, @CreateCommand Command command) {
        var number = BusinessNumber.parse("businessNumber", body.businessNumber());
        var company =
                companies.create(Company.register(number, body.toDetails(), command.actor(), clock.instant()), command);
        return Versioned.created(
                URI.create("/v1/companies/" + company.id()), CompanyBody.of(company), company.version());
    }

    @PutMapping("/{businessNumber}")
    @Operation(
            summary = "Amend the company's record",
            description =
                    "Replaces the whole record; one that is as before makes no new version. 409 identifier-claimed, identifiers-frozen; 412 stale-version; 422 invalid-input.")
    ResponseEntity<CompanyBody> amend(
            @PathVariable String businessNumber, @Valid @RequestBody CompanyBody body, @ChangeCommand Command command) {
        var stated = BusinessNumber.parse("businessNumber", body.businessNumber());
        var company = amend.with(businessNumber, stated, body.toDetails(), command);
        return Versioned.ok(CompanyBody.of(company), company.version());
    }

    @GetMapping("/{businessNumber}")
    @Operation(summary = "Read a company", description = "404 not-found also for another company's record.")
    ResponseEntity<CompanyBody> read(@PathVariable String businessNumber, Actor actor) {
        var company = companies.visible(businessNumber, actor);
        return Versioned.ok(CompanyBody.of(company), company.version());
    }

    @GetMapping("/{businessNumber}/history")
    @Operation(summary = "Read how a company's record changed", description = "Times in UTC.")
    HistoryView history(@PathVariable String businessNumber, Actor actor) {
        var company = companies.visible(businessNumber, actor);
        return HistoryView.of(companies.history(company.id()), actor);
    }

    @GetMapping
    @Operation(
            summary = "List companies",
            description =
                    "Officers see the companies of their regions, in order of business number, or those of one `region`, or those with a carrier code, or"
                            + " those whose name contains `name` without regard to case and accents; 403 not-allowed if"
                            + " anybody else searches by name;"
                            + " everybody else sees their own.")
    Page<CompanyBody> list(
            Actor actor,
            @RequestParam @Nullable String carrierCode,
            @RequestParam @Nullable @Size(max = 200) String name,
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        if (name != null && !Roles.isOfficer(actor)) {
            throw new Refusal.NotAllowed(Message.of("enrolment.company.officers-search"));
        }
        var only = Roles.isOfficer(actor)
                ? Optional.<String>empty()
                : Optional.of(actor.company().orElse(""));
        var code = Optional.ofNullable(carrierCode).map(typed -> CarrierCode.parse("carrierCode", typed));
        var folded = Optional.ofNullable(name).map(Names::folded);
        return Page.of(
                (from, most) ->
                        regions.page(actor, region, from, most, (f, m) -> companies.page(only, code, folded, f, m)),
                after,
                limit,
                CompanyBody::of);
    }
}
