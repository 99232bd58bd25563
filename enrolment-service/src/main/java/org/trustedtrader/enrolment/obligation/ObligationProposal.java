package org.trustedtrader.enrolment.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A later due date, or a waiver, that one officer proposes and another one grants.
 *
 * @param dueOn   the proposed last day, for an extension only; what is granted is not later
 * @param reason  for officers
 * @param by      actor id
 * @param decider whom a programme manager named although that officer took part; null if nobody was named
 */
public record ObligationProposal(
        Kind kind,
        @Nullable LocalDate dueOn,
        String reason,
        String by,
        Instant at,
        @Nullable NamedDecider decider) {

    /** What can be proposed. */
    public enum Kind {
        EXTENSION,
        WAIVER
    }

    public ObligationProposal {
        if ((kind == Kind.EXTENSION) != (dueOn != null)) {
            throw new Refusal.InvalidInput("dueOn", Message.of("enrolment.obligation.due-on-with-extension"));
        }
    }

    ObligationProposal namedTo(NamedDecider named) {
        return new ObligationProposal(kind, dueOn, reason, by, at, named);
    }

    /** @param others who took part in what the obligation is about */
    SeparationOfDuties duties(List<Share> others) {
        return SeparationOfDuties.of(Share.proposal(by, "PROPOSAL", "part.proposed"))
                .and(others)
                .unlessNamed(decider);
    }

    /** Refuses a later day than the proposed one: its reasons would be those of one officer alone. */
    void requireNotAfter(LocalDate granted) {
        if (dueOn != null && granted.isAfter(dueOn)) {
            throw new Refusal.InvalidInput("dueOn", Message.of("enrolment.decision.not-after-proposed", dueOn));
        }
    }
}
