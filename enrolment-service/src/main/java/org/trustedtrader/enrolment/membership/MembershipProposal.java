package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What one officer proposes and another one decides. The decider is neither the proposer nor somebody who worked on what is
 * decided; where nobody else is left, a programme manager names the decider with a reason. Nobody decides on the own proposal.
 *
 * @param by      actor id of the proposer
 * @param decider whom a programme manager named although that person had worked on it; null if nobody was named
 */
public record MembershipProposal(
        Kind kind,
        String by,
        ReasonCode reasonCode,
        String note,
        Instant at,
        @Nullable NamedDecider decider) {

    /** What can be proposed, each with the reasons that fit. */
    public enum Kind {
        REINSTATEMENT(EnumSet.of(ReasonCode.CAUSE_REMEDIED, ReasonCode.IMPOSED_IN_ERROR)),
        REVALIDATION_COMPLETION(EnumSet.of(ReasonCode.REVALIDATED)),
        APPEAL_DECISION(EnumSet.of(ReasonCode.APPEAL_ALLOWED, ReasonCode.APPEAL_DISMISSED));

        private final Set<ReasonCode> reasons;

        Kind(Set<ReasonCode> reasons) {
            this.reasons = reasons;
        }

        Set<ReasonCode> reasons() {
            return reasons;
        }
    }

    /** @param by the programme manager */
    public record NamedDecider(String officer, String reason, String by) {}

    MembershipProposal namedTo(NamedDecider named) {
        return new MembershipProposal(kind, by, reasonCode, note, at, named);
    }

    /**
     * @param parts what others did in the matter, by actor id, in words that go on after "You": who took part may decide only
     *              if a manager named them
     */
    void requireDecidedBySomeoneElse(Actor officer, Map<String, Message> parts) {
        if (officer.id().equals(by)) {
            throw new Refusal.RuleBroken("decided-by-someone-else", Message.of("enrolment.membership.you-proposed"));
        }
        var part = parts.get(officer.id());
        if (part != null && (decider == null || !decider.officer().equals(officer.id()))) {
            throw new Refusal.RuleBroken("decided-by-someone-else", part);
        }
    }
}
