package org.trustedtrader.benefits.driver;

import java.time.Clock;
import java.time.Instant;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.platform.aggregate.Command;

/**
 * Registers and revokes cards. What is stored counts here at once; other replicas hear of it.
 */
public final class KeepDriverCards {

    private final DriverCards cards;
    private final BorderStatus status;
    private final Clock clock;

    public KeepDriverCards(DriverCards cards, BorderStatus status, Clock clock) {
        this.cards = cards;
        this.status = status;
        this.clock = clock;
    }

    public DriverCard register(CardTerms terms, Command command) {
        return counting(cards.create(DriverCard.register(terms, command.actor(), clock.instant()), command));
    }

    public DriverCard revoke(String number, String why, Command command) {
        return counting(cards.change(number, command, card -> card.revoke(why, command.actor(), clock.instant())));
    }

    private DriverCard counting(DriverCard card) {
        status.apply(known(card, Instant.now(Clock.systemUTC())));
        return card;
    }

    private static Revision known(DriverCard card, Instant recordedAt) {
        var terms = card.terms();
        return new Revision(
                Revision.DRIVER_CARD + card.id(),
                card.version(),
                card.effectiveAt(),
                recordedAt,
                new CardFact(terms.number(), terms.validFrom(), terms.validUntil(), card.state() == CardState.REVOKED));
    }
}
