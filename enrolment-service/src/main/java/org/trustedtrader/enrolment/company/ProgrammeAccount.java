package org.trustedtrader.enrolment.company;

import org.trustedtrader.platform.refusal.Refusal;

/** A number that the company holds in one programme or register. */
public record ProgrammeAccount(Programme programme, String number) {

    public ProgrammeAccount {
        if (!programme.accepts(number)) {
            throw new Refusal.InvalidInput(
                    "programmeAccounts", "A " + programme + " number is " + programme.description() + ".");
        }
    }

    boolean isCustomsAccountOf(BusinessNumber owner) {
        return programme == Programme.BN15 && number.startsWith(owner.digits());
    }

    /** An importer's or exporter's account: the two letters are RM. */
    public boolean isTradeAccount() {
        return programme == Programme.BN15 && number.startsWith("RM", 9);
    }
}
