package org.trustedtrader.benefits.crossing;

import java.util.UUID;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.Kind;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.CrossingRules;
import org.trustedtrader.border.keeping.BorderStatus;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.platform.aggregate.Actor;

/** Decides a crossing from status, journals the decision, then gives it. */
public final class DecideCrossing implements Kind {

    private final BorderStatus status;
    private final CrossingRules rules;
    private final Lease lease;
    private final Journal journal;

    public DecideCrossing(BorderStatus status, Policies policies, Lease lease, Journal journal) {
        this.status = status;
        this.rules = new CrossingRules(policies);
        this.lease = lease;
        this.journal = journal;
    }

    public JournalEntry decide(Crossing crossing, Actor actor) {
        lease.admit("arrivalAt", crossing.at());
        var moment = lease.now();
        var answer = rules.decide(crossing, status, moment);
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
        var versions = ((CrossingAnswer) entry.answer()).versions();
        return rules.decide((Crossing) entry.question(), status.asKnownWith(versions), entry.moment());
    }
}
