package org.trustedtrader.benefits.crossing;

import java.util.UUID;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.Kind;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.policy.PolicyBook;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.CrossingRules;
import org.trustedtrader.border.keeping.BorderStatus;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.platform.aggregate.Actor;

/** Decides a crossing from status, journals the decision, then gives it. */
public final class DecideCrossing implements Kind {

    private final BorderStatus status;
    private final PolicyBook policies;
    private final Lease lease;
    private final Journal journal;

    public DecideCrossing(BorderStatus status, PolicyBook policies, Lease lease, Journal journal) {
        this.status = status;
        this.policies = policies;
        this.lease = lease;
        this.journal = journal;
    }

    public JournalEntry decide(Crossing crossing, Actor actor) {
        lease.admit("arrivalAt", crossing.at());
        var moment = lease.now();
        var answer = status.whole(rules -> new CrossingRules(rules).decide(crossing, status, moment));
        var entry = new JournalEntry(UUID.randomUUID().toString(), name(), actor.id(), moment, crossing, answer);
        journal.append(entry);
        return entry;
    }

    @Override
    public String name() {
        return "CROSSING";
    }

    @Override
    public Class<Crossing> question() {
        return Crossing.class;
    }

    @Override
    public Class<CrossingAnswer> answer() {
        return CrossingAnswer.class;
    }

    @Override
    public CrossingAnswer again(JournalEntry entry) {
        var answer = (CrossingAnswer) entry.answer();
        var then = policies.knownTo(new PolicyBook.Answered(
                answer.policyVersion(),
                policyUnderstood(answer),
                answer.asOf(),
                entry.moment().askedAt()));
        return new CrossingRules(then)
                .decide((Crossing) entry.question(), status.asKnownWith(answer.versions(), then), entry.moment());
    }

    private static boolean policyUnderstood(CrossingAnswer answer) {
        return answer.benefits().stream()
                .flatMap(benefit -> benefit.findings().stream())
                .noneMatch(finding -> finding.reason() == Reason.POLICY_NOT_UNDERSTOOD);
    }
}
