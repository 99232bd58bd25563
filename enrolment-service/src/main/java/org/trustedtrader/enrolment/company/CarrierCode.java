package org.trustedtrader.enrolment.company;

import java.util.Locale;
import org.trustedtrader.platform.refusal.Refusal;

/** The 4-character code under which customs knows a carrier, in capitals. */
public record CarrierCode(String code) {

    public CarrierCode {
        if (!code.matches("[A-Z0-9]{4}")) {
            throw new Refusal.InvalidInput("carrierCode", "A carrier code has 4 characters, letters or digits.");
        }
    }

    public static CarrierCode parse(String text) {
        return new CarrierCode(text.strip().toUpperCase(Locale.ROOT));
    }
}
