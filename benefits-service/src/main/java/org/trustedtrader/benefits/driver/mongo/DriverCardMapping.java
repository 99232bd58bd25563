package org.trustedtrader.benefits.driver.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.bson.Document;
import org.trustedtrader.benefits.driver.CardState;
import org.trustedtrader.benefits.driver.CardTerms;
import org.trustedtrader.benefits.driver.DriverCard;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;

final class DriverCardMapping implements AggregateMapping<DriverCard> {

    @Override
    public String aggregate() {
        return "driver-card";
    }

    @Override
    public String collection() {
        return "driver_cards";
    }

    @Override
    public Document state(DriverCard card) {
        return new Document("number", card.terms().number())
                .append("programme", card.terms().programme().name())
                .append("validFrom", card.terms().validFrom().toString())
                .append("validUntil", card.terms().validUntil().toString())
                .append("state", card.state().name())
                .append("effectiveAt", Date.from(card.effectiveAt()))
                .append("reasonCode", card.reasonCode());
    }

    @Override
    public DriverCard restore(Aggregate.Stored stored, Document state) {
        return new DriverCard(
                stored,
                new CardTerms(
                        state.getString("number"),
                        CardTerms.Programme.valueOf(state.getString("programme")),
                        LocalDate.parse(state.getString("validFrom")),
                        LocalDate.parse(state.getString("validUntil"))),
                CardState.valueOf(state.getString("state")),
                state.getDate("effectiveAt").toInstant(),
                state.getString("reasonCode"));
    }

    @Override
    public Announced announcement(DriverCard card) {
        var terms = card.terms();
        return new Announced(
                terms.number(),
                terms.programme().name(),
                terms.validFrom(),
                terms.validUntil(),
                card.state().name(),
                card.effectiveAt(),
                card.reasonCode());
    }

    /** The event's data. */
    record Announced(
            String number,
            String programme,
            LocalDate validFrom,
            LocalDate validUntil,
            String state,
            Instant effectiveAt,
            String reasonCode) {}
}
