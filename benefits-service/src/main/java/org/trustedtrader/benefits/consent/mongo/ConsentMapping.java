package org.trustedtrader.benefits.consent.mongo;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.trustedtrader.benefits.consent.Consent;
import org.trustedtrader.benefits.consent.ConsentState;
import org.trustedtrader.benefits.consent.Pair;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;

final class ConsentMapping implements AggregateMapping<Consent> {

    @Override
    public String aggregate() {
        return "consent";
    }

    @Override
    public String collection() {
        return "consents";
    }

    @Override
    public Document state(Consent consent) {
        return new Document("company", consent.pair().company())
                .append("partner", consent.pair().partner())
                .append("state", consent.state().name())
                .append("effectiveAt", Date.from(consent.effectiveAt()))
                .append("reasonCode", consent.reasonCode());
    }

    @Override
    public Consent restore(Aggregate.Stored stored, Document state) {
        return new Consent(
                stored,
                new Pair(state.getString("company"), state.getString("partner")),
                ConsentState.of(state.getString("state")),
                state.getDate("effectiveAt").toInstant(),
                state.getString("reasonCode"));
    }

    @Override
    public Announced announcement(Consent consent) {
        return new Announced(
                consent.pair().company(),
                consent.pair().partner(),
                consent.state().name(),
                consent.effectiveAt(),
                consent.reasonCode());
    }

    /** The event's data. */
    record Announced(String company, String partner, String state, Instant effectiveAt, String reasonCode) {}
}
