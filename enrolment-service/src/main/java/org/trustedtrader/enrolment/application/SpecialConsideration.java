package org.trustedtrader.enrolment.application;

import java.time.LocalDate;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** A recorded exemption from one rule of membership, granted by an approver until a date, which is the last day of the programme on which it counts. */
public record SpecialConsideration(Section section, String grantedBy, String reason, LocalDate expiresOn) {

    private static final int LONGEST_YEARS = 5;

    public SpecialConsideration {
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refusal.InvalidInput("reason", Message.of("enrolment.decision.reason", 500));
        }
    }

    /** @throws Refusal.InvalidInput if it would count on no day, or for longer than {@value #LONGEST_YEARS} years */
    void requireInForce(LocalDate today) {
        if (expiresOn.isBefore(today) || expiresOn.isAfter(today.plusYears(LONGEST_YEARS))) {
            throw new Refusal.InvalidInput("expiresOn", Message.of("enrolment.decision.expires-on", LONGEST_YEARS));
        }
    }

    boolean coversOn(LocalDate day) {
        return !day.isAfter(expiresOn);
    }
}
