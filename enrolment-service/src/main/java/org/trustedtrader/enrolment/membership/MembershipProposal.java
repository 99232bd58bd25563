package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;

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

    MembershipProposal namedTo(NamedDecider named) {
        return new MembershipProposal(kind, by, reasonCode, note, at, named);
    }

    /** @param work what others did in the matter */
    SeparationOfDuties duties(List<Share> work) {
        return SeparationOfDuties.of(Share.proposal(by, "PROPOSAL", "part.proposed"))
                .and(work)
                .unlessNamed(decider);
    }
}
