package org.trustedtrader.benefits.consent.web;

import java.time.Instant;
import org.trustedtrader.benefits.consent.Consent;

/** A consent as its company and officers read it. */
record ConsentView(String id, String company, String partner, String state, Instant effectiveAt, String reasonCode) {

    static ConsentView of(Consent consent) {
        return new ConsentView(
                consent.id(),
                consent.pair().company(),
                consent.pair().partner(),
                consent.state().name(),
                consent.effectiveAt(),
                consent.reasonCode());
    }
}
