package org.trustedtrader.enrolment.application;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A recorded exemption from one rule of membership, which one officer proposes and an approver grants.
 *
 * @param expiresOn  the last day of the programme on which it counts
 * @param proposedBy actor id; null in records of the version before
 */
public record SpecialConsideration(
        Section section,
        String grantedBy,
        String reason,
        LocalDate expiresOn,
        @Nullable String proposedBy) {

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

    SpecialConsideration proposedBy(String officer) {
        return new SpecialConsideration(section, grantedBy, reason, expiresOn, officer);
    }

    boolean coversOn(LocalDate day) {
        return !day.isAfter(expiresOn);
    }
}
