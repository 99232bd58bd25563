package org.trustedtrader.enrolment.compliance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Outcome;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What officers did in a case before its decision. A suspension or cancellation needs two officers: the one who opened the case
 * or proposed the outcome, and the one who decides.
 *
 * @param proposal null if nothing was proposed
 * @param decider  whom a programme manager named although that officer took part; null if nobody was named
 */
public record CaseWork(
        @Nullable Proposal proposal, @Nullable NamedDecider decider) {

    public static final CaseWork NONE = new CaseWork(null, null);

    private static final String PLATFORM = "service:";

    /**
     * @param by   actor id
     * @param note for officers
     */
    public record Proposal(Outcome outcome, String by, String note, Instant at) {}

    CaseWork proposed(Outcome outcome, String note, Actor officer, Instant at) {
        return new CaseWork(new Proposal(outcome, officer.id(), note, at), null);
    }

    CaseWork named(NamedDecider named) {
        return new CaseWork(proposal, named);
    }

    /** @param others who worked on what the case is about */
    SeparationOfDuties duties(String openedBy, List<Share> others) {
        var shares = new ArrayList<Share>();
        if (!openedBy.startsWith(PLATFORM)) {
            shares.add(Share.proposal(openedBy, "OPENING", "part.opened-case"));
        }
        if (proposal != null) {
            shares.add(Share.proposal(proposal.by(), "PROPOSAL", "part.proposed"));
        }
        shares.addAll(others);
        return new SeparationOfDuties(shares, decider);
    }

    /** @throws Refusal.RuleBroken {@code proposal-needed} if no officer but the decider would have looked at the case */
    void requireProposed(Outcome outcome, String openedBy) {
        var proposed = proposal != null && proposal.outcome() == outcome;
        if (outcome.takesAway() && openedBy.startsWith(PLATFORM) && !proposed) {
            throw new Refusal.RuleBroken("proposal-needed", Message.of("enrolment.case.proposal-needed", outcome));
        }
    }

    /** Actor ids of the officers who opened the case or proposed its outcome. */
    Set<String> officers(String openedBy) {
        var officers = new TreeSet<String>();
        duties(openedBy, List.of()).shares().forEach(share -> officers.add(share.officer()));
        return officers;
    }
}
