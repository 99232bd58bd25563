package org.trustedtrader.benefits.consent;

import java.time.Instant;

/**
 * One version of a consent.
 *
 * @param since from when it has been given, or withdrawn, programme time
 */
public record ConsentFact(Pair pair, long version, boolean given, Instant since) {

    /** As it was announced. The pair must be the one that the consent is named after. */
    public static ConsentFact announced(
            String id, String company, String partner, long version, ConsentState state, Instant since) {
        var pair = Pair.of(id);
        if (!pair.company().equals(company) || !pair.partner().equals(partner)) {
            throw new IllegalArgumentException("a consent of another pair");
        }
        return new ConsentFact(pair, version, state == ConsentState.GIVEN, since);
    }
}
