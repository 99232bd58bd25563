package org.trustedtrader.enrolment.company;

import org.trustedtrader.platform.identifier.Telephone;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** A person at the company. Personal data: it stays in the company's record and enters no event, no log, no history. */
public record Contact(String name, String position, String email, String phone) {

    public Contact {
        Text.required("name", name, 120);
        Text.optional("position", position, 120);
        if (email.length() > 254 || !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new Refusal.InvalidInput("email", Message.of("enrolment.company.e-mail"));
        }
    }

    /**
     * A contact as somebody typed it.
     *
     * @param at    where it stands in the request, such as {@code contacts[0]}
     * @param phone may be empty
     */
    public static Contact parse(String at, String name, String position, String email, String phone) {
        var number = phone.isBlank() ? "" : Telephone.parse(at + ".phone", phone);
        return new Contact(name.strip(), position.strip(), email.strip(), number);
    }

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
