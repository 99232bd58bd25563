package org.trustedtrader.assessment.review;

import java.time.LocalDate;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.Moment;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * An exemption from a criterion that one officer proposes and an approver who did not assess the file grants.
 *
 * @param by     actor id
 * @param reason for officers
 * @param until  the last day that may be granted
 * @param scope  whose answer is exempt
 */
public record ExemptionProposal(String criterion, String by, String reason, LocalDate until, Scope scope) {

    public ScopedCriterion about() {
        return new ScopedCriterion(scope, criterion);
    }

    void requirePossible(Moment now) {
        Answer.admitExemption(until, now.day());
    }

    void requireNotAfter(LocalDate granted) {
        if (granted.isAfter(until)) {
            throw new Refusal.InvalidInput("until", Message.of("assessment.exemption.not-after-proposed", until));
        }
    }
}
