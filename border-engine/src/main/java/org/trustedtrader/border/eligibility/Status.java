package org.trustedtrader.border.eligibility;

import org.trustedtrader.border.trader.Identifier;

/** Who is worth what at which time, as known now or as it was known once. Asks nobody, waits for nobody. */
public interface Status {

    /** @param millis since the epoch, programme time */
    Party party(Identifier identifier, long millis);

    /** @param number a well-formed card number */
    Card card(String number, long millis);
}
