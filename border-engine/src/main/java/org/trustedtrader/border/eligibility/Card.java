package org.trustedtrader.border.eligibility;

import java.util.Map;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.Versions;

/**
 * What a driver's card is worth at one time.
 *
 * @param standing a refusal, or {@link Reason#DRIVER_CARD_VALID}
 */
public record Card(Reason standing, Map<String, Long> versions, long until) {

    /** What a card is worth by those versions of it. */
    public static Card of(String number, Versions versions, long millis) {
        if (versions.newest() == 0) {
            return UNKNOWN;
        }
        var known = versions.at(millis);
        var seen = Map.of(Known.DRIVER_CARD + number, versions.newest());
        if (known == null) {
            return new Card(
                    Reason.DRIVER_CARD_UNKNOWN, seen, versions.all().getFirst().effectiveMillis());
        }
        return known.fact() instanceof CardFact fact
                ? new Card(fact.standing(millis), seen, fact.nextChange(millis))
                : new Card(Reason.STATUS_NOT_UNDERSTOOD, seen, Long.MAX_VALUE);
    }

    public static final Card MALFORMED = new Card(Reason.DRIVER_CARD_MALFORMED, Map.of(), Long.MAX_VALUE);
    public static final Card UNKNOWN = new Card(Reason.DRIVER_CARD_UNKNOWN, Map.of(), Long.MAX_VALUE);
}
