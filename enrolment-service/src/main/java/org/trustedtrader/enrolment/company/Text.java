package org.trustedtrader.enrolment.company;

import org.trustedtrader.platform.refusal.Refusal;

/** The limits of free text in a company's record. */
final class Text {

    private Text() {}

    static void required(String field, String value, int longest) {
        if (value.isBlank()) {
            throw new Refusal.InvalidInput(field, "This must not be blank.");
        }
        optional(field, value, longest);
    }

    static void optional(String field, String value, int longest) {
        if (value.length() > longest) {
            throw new Refusal.InvalidInput(field, "This may have at most " + longest + " characters.");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal.InvalidInput(field, "This must not hold control characters.");
        }
    }
}
