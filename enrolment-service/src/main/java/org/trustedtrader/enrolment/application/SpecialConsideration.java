package org.trustedtrader.enrolment.application;

import java.time.LocalDate;
import org.trustedtrader.platform.refusal.Refusal;

/** A recorded exemption from one rule of membership, granted by an approver until a date (inclusive, UTC). */
public record SpecialConsideration(Section section, String grantedBy, String reason, LocalDate expiresOn) {

    public SpecialConsideration {
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refusal.InvalidInput("reason", "Give a reason of up to 500 characters.");
        }
    }

    boolean coversOn(LocalDate day) {
        return !day.isAfter(expiresOn);
    }
}
