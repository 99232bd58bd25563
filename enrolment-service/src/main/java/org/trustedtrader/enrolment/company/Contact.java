package org.trustedtrader.enrolment.company;

import org.trustedtrader.platform.refusal.Refusal;

/** A person at the company. Personal data: it stays in the company's record and enters no event, no log, no history. */
public record Contact(String name, String position, String email, String phone) {

    public Contact {
        Text.required("name", name, 120);
        Text.optional("position", position, 120);
        if (email.length() > 254 || !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new Refusal.InvalidInput("email", "This is not an e-mail address.");
        }
        if (!phone.isEmpty() && !phone.matches("\\+?[0-9 ().-]{5,30}")) {
            throw new Refusal.InvalidInput("phone", "A telephone number has 5 to 30 digits, blanks, dots or hyphens.");
        }
    }

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
