package org.trustedtrader.enrolment.company;

import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The refusal of a customs identifier that another company holds; it does not say which company that is. */
public final class IdentifierClaimed {

    private IdentifierClaimed() {}

    public static Refusal refusal() {
        return new Refusal.RuleBroken("identifier-claimed", Message.of("enrolment.company.identifier-claimed"));
    }
}
