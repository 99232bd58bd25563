package org.trustedtrader.enrolment.consent.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.consent.Consent;
import org.trustedtrader.enrolment.consent.Consents;
import org.trustedtrader.enrolment.consent.GiveConsent;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.ParameterValues;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/consents")
@Tag(name = "Partner monitoring")
class ConsentController {

    private final Consents consents;
    private final GiveConsent giving;
    private final Clock clock;

    ConsentController(Consents consents, GiveConsent giving, Clock clock) {
        this.consents = consents;
        this.giving = giving;
        this.clock = clock;
    }

    record ConsentRequest(
            @NotNull
            @Size(max = 64)
            @Schema(example = "987654324", description = "the partner's business number, 9 digits")
            String partner) {}

    record WithdrawalRequest(
            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") @Schema(example = "CONTRACT_ENDED")
            String reasonCode) {}

    record ConsentView(
            String id, String company, String partner, Consent.State state, Instant effectiveAt, String reasonCode) {

        static ConsentView of(Consent consent) {
            var s = consent.snapshot();
            return new ConsentView(consent.id(), s.company(), s.partner(), s.state(), s.effectiveAt(), s.reasonCode());
        }
    }

    @PostMapping
    @Operation(
            summary = "Consent to be seen by a partner",
            description =
                    "In the name of the caller's company, until it is withdrawn. The partner sees the status of your"
                            + " company's membership once it has consented as well, and you see the same of it. Whether there is a"
                            + " company of that number is neither checked nor told. 409 wrong-state if it is given already; 422 if"
                            + " the number cannot be one, or is your own.")
    ResponseEntity<ConsentView> give(@Valid @RequestBody ConsentRequest request, @CreateCommand Command command) {
        var pair = Consent.Pair.of(Roles.companyOf(command.actor()), request.partner());
        var consent = giving.give(pair, command);
        return Versioned.created(
                URI.create("/v1/consents/" + consent.id()), ConsentView.of(consent), consent.version());
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(
            summary = "Withdraw a consent",
            description = "Neither company sees the other one any more, at once. It can be given again. The body may be"
                    + " left out. 404 also for another company's; 409 wrong-state if it is withdrawn already.")
    ResponseEntity<ConsentView> withdraw(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable WithdrawalRequest request,
            @ChangeCommand Command command) {
        var reason = request == null || request.reasonCode() == null ? "" : request.reasonCode();
        var consent = consents.change(id, command, c -> c.withdraw(reason, command.actor(), clock.instant()));
        return Versioned.ok(ConsentView.of(consent), consent.version());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a consent", description = "404 also for another company's, the partner's included.")
    ResponseEntity<ConsentView> read(@PathVariable String id, Actor actor) {
        var consent = consents.visible(id, actor);
        return Versioned.ok(ConsentView.of(consent), consent.version());
    }

    @GetMapping
    @Operation(
            summary = "List consents that were given and withdrawn",
            description = "A company sees those that it gave itself; auditors and programme managers see all, or one"
                    + " company's. In order of id; `after` continues with an earlier page's `next`; `limit` 1 to 200.")
    Page<ConsentView> list(
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit,
            Actor actor) {
        var of = ParameterValues.company(company, actor, Consent.isSeenByAll(actor));
        return Page.of((from, most) -> consents.page(of, from, most), after, limit, ConsentView::of);
    }
}
