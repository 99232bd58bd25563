package org.trustedtrader.border.eligibility;

import java.util.Map;
import org.trustedtrader.border.policy.Reason;

/**
 * What a driver's card is worth at one time.
 *
 * @param standing a refusal, or {@link Reason#DRIVER_CARD_VALID}
 */
public record Card(Reason standing, Map<String, Long> versions, long until) {

    public static final Card MALFORMED = new Card(Reason.DRIVER_CARD_MALFORMED, Map.of(), Long.MAX_VALUE);
    static final Card UNKNOWN = new Card(Reason.DRIVER_CARD_UNKNOWN, Map.of(), Long.MAX_VALUE);
}
