package org.trustedtrader.enrolment.application;

import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.refusal.Refusal;

/** Why a decision was taken, and on what legal basis, such as a section of an act. */
public record Grounds(String reason, String legalBasis) {

    public Grounds {
        if (reason.isBlank() || reason.length() > 1000) {
            throw new Refusal.InvalidInput("reason", "Give a reason of up to 1000 characters.");
        }
        if (legalBasis.isBlank() || legalBasis.length() > 200) {
            throw new Refusal.InvalidInput("legalBasis", "Give the legal basis in up to 200 characters.");
        }
    }

    Change of(Change change) {
        return change.because(reason).under(legalBasis);
    }
}
