package org.trustedtrader.platform.identifier;

import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Countries by ISO 3166-1, two capitals. */
public final class Country {

    private Country() {}

    public static String parse(String field, String typed) {
        var code = TypedText.capitals(typed);
        if (!IdentifierScheme.isCountry(code)) {
            throw new Refusal.InvalidInput(field, Message.of("identifier.country"));
        }
        return code;
    }
}
