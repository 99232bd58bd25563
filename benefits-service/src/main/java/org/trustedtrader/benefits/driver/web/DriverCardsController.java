package org.trustedtrader.benefits.driver.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.driver.CardTerms;
import org.trustedtrader.benefits.driver.DriverCard;
import org.trustedtrader.benefits.driver.DriverCards;
import org.trustedtrader.benefits.driver.KeepDriverCards;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/driver-cards")
@Tag(name = "Driver cards")
class DriverCardsController {

    private final DriverCards cards;
    private final KeepDriverCards keeping;

    DriverCardsController(DriverCards cards, KeepDriverCards keeping) {
        this.cards = cards;
        this.keeping = keeping;
    }

    record Registration(
            @NotNull(message = "is missing") @Size(max = 64, message = "has more than 64 characters")
            String number,

            @NotNull(message = "is missing") CardTerms.Programme programme,
            @NotNull(message = "is missing") LocalDate validFrom,
            @NotNull(message = "is missing") LocalDate validUntil) {}

    record Revocation(
            @NotNull(message = "is missing")
            @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "must be a code such as LOST or CONVICTION")
            String reasonCode) {}

    record CardView(
            String number,
            CardTerms.Programme programme,
            LocalDate validFrom,
            LocalDate validUntil,
            String state,
            Instant effectiveAt,
            String reasonCode) {

        static CardView of(DriverCard card) {
            var terms = card.terms();
            return new CardView(
                    terms.number(),
                    terms.programme(),
                    terms.validFrom(),
                    terms.validUntil(),
                    card.state().name(),
                    card.effectiveAt(),
                    card.reasonCode());
        }
    }

    @PostMapping
    @Operation(
            summary = "Register a driver's card",
            description = "Dates count from and to midnight UTC; at most 10 years. 409 if the number is registered.")
    ResponseEntity<CardView> register(@Valid @RequestBody Registration request, @CreateCommand Command command) {
        var terms = new CardTerms(request.number(), request.programme(), request.validFrom(), request.validUntil());
        var card = keeping.register(terms, command);
        return Versioned.created(URI.create("/v1/driver-cards/" + card.id()), CardView.of(card), card.version());
    }

    @PostMapping("/{number}/revocation")
    @Operation(
            summary = "Revoke a card",
            description = "Takes effect at once and cannot be undone. 409 if revoked before.")
    ResponseEntity<CardView> revoke(
            @PathVariable String number, @Valid @RequestBody Revocation request, @ChangeCommand Command command) {
        var card = keeping.revoke(number, request.reasonCode(), command);
        return Versioned.ok(CardView.of(card), card.version());
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a card", description = "404 if there is none.")
    ResponseEntity<CardView> read(@PathVariable String number, Actor actor) {
        var card = cards.visible(number, actor);
        return Versioned.ok(CardView.of(card), card.version());
    }
}
