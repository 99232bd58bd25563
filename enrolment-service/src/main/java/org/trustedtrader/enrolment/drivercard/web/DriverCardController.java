package org.trustedtrader.enrolment.drivercard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.drivercard.DriverCard;
import org.trustedtrader.enrolment.drivercard.DriverCards;
import org.trustedtrader.enrolment.drivercard.RegisterDriverCard;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.ParameterValues;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/driver-cards")
@Tag(name = "Driver cards")
class DriverCardController {

    private final DriverCards cards;
    private final RegisterDriverCard register;
    private final Clock clock;

    DriverCardController(DriverCards cards, RegisterDriverCard register, Clock clock) {
        this.cards = cards;
        this.register = register;
        this.clock = clock;
    }

    /** @param holder business number of the company to which it belongs; left out for a driver of no single company */
    record RegistrationRequest(
            @NotNull @Size(max = 64) String number,

            @NotNull DriverCard.Programme programme,
            @NotNull LocalDate validFrom,
            @NotNull LocalDate validUntil,

            @Nullable @Size(max = 64) String holder) {

        DriverCard.Terms toTerms() {
            return new DriverCard.Terms(number, programme, validFrom, validUntil);
        }
    }

    record RevocationRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}")
            String reasonCode) {}

    @PostMapping
    @Operation(
            summary = "Register a driver's card",
            description =
                    "Dates count from and to midnight UTC; at most 10 years. 409 if the number is registered; 422 for a"
                            + " holder that is no registered company.")
    ResponseEntity<DriverCard.Snapshot> register(
            @Valid @RequestBody RegistrationRequest request, @CreateCommand Command command) {
        var card = register.register(request.toTerms(), request.holder(), command);
        return Versioned.created(URI.create("/v1/driver-cards/" + card.id()), card.snapshot(), card.version());
    }

    @PostMapping("/{number}/revocation")
    @Operation(
            summary = "Revoke a card",
            description = "The border refuses it at once. It cannot be undone. 409 if revoked before.")
    ResponseEntity<DriverCard.Snapshot> revoke(
            @PathVariable String number,
            @Valid @RequestBody RevocationRequest request,
            @ChangeCommand Command command) {
        var card = cards.change(number, command, c -> c.revoke(request.reasonCode(), command.actor(), clock.instant()));
        return Versioned.ok(card.snapshot(), card.version());
    }

    @GetMapping
    @Operation(
            summary = "List cards",
            description =
                    "By `company` (the holder's business number), by the beginning of the `number`, by `status` today (UTC). In"
                            + " order of number; `after` continues with an earlier page's `next`.")
    Page<DriverCard.Snapshot> list(
            Actor actor,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable @Pattern(regexp = "[A-Z0-9]{1,15}") String number,
            @RequestParam DriverCards.@Nullable Status status,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var filter = new DriverCards.Filter(
                ParameterValues.company(company, actor, Roles.isOfficer(actor)).orElse(null), number, status, today);
        return Page.of((from, most) -> cards.page(filter, from, most), after, limit, DriverCard::snapshot);
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a card", description = "404 if there is none.")
    ResponseEntity<DriverCard.Snapshot> read(@PathVariable String number, Actor actor) {
        var card = cards.visible(number, actor);
        return Versioned.ok(card.snapshot(), card.version());
    }
}
