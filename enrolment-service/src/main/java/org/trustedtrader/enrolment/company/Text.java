package org.trustedtrader.enrolment.company;

import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The limits of free text in a company's record. */
final class Text {

    private Text() {}

    static void required(String field, String value, int longest) {
        if (value.isBlank()) {
            throw new Refusal.InvalidInput(field, Message.of("text.blank"));
        }
        optional(field, value, longest);
    }

    static void optional(String field, String value, int longest) {
        if (value.length() > longest) {
            throw new Refusal.InvalidInput(field, Message.of("enrolment.company.too-long", longest));
        }
    }
}
