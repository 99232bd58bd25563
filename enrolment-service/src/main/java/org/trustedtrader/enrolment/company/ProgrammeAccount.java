package org.trustedtrader.enrolment.company;

import org.trustedtrader.platform.identifier.BusinessNumber;

/**
 * A number that the company holds in one programme or register.
 *
 * @param number in its one written form; records from before that rule may hold another text
 */
public record ProgrammeAccount(Programme programme, String number) {

    /** An account as somebody typed it; {@link Company} refuses a number that cannot exist, unless it holds it already. */
    public static ProgrammeAccount typed(Programme programme, String number) {
        return new ProgrammeAccount(
                programme, programme.scheme().normalized(number).orElse(number));
    }

    /** What no other company may hold: the same for every way in which the number can be written. */
    String claim() {
        return Identifier.of(this).claim();
    }

    boolean canExist() {
        return programme.scheme().isWritten(number);
    }

    boolean isCustomsAccountOf(BusinessNumber owner) {
        return programme == Programme.BN15 && number.startsWith(owner.digits());
    }

    /** An importer's or exporter's account: the two letters are RM. */
    public boolean isTradeAccount() {
        return programme == Programme.BN15 && number.startsWith("RM", 9);
    }
}
