package org.trustedtrader.enrolment.application;

import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Why a decision was taken, and on what legal basis, such as a section of an act. */
public record Grounds(String reason, String legalBasis) {

    public Grounds {
        if (reason.isBlank() || reason.length() > 1000) {
            throw new Refusal.InvalidInput("reason", Message.of("enrolment.decision.reason", 1000));
        }
        if (legalBasis.isBlank() || legalBasis.length() > 200) {
            throw new Refusal.InvalidInput("legalBasis", Message.of("enrolment.decision.legal-basis", 200));
        }
    }

    Change of(Change change) {
        return change.because(reason).under(legalBasis);
    }
}
