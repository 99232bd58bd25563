package org.trustedtrader.benefits.crossing;

import java.util.Objects;
import org.trustedtrader.benefits.decision.DecisionKind;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.decision.MinVersion;
import org.trustedtrader.benefits.decision.PendingDecision;
import org.trustedtrader.benefits.decision.StatusQuery;
import org.trustedtrader.benefits.policy.PublishedPolicies;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.CrossingResult;
import org.trustedtrader.border.crossing.CrossingRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.examination.ExaminationKeys;
import org.trustedtrader.border.examination.RandomSelection;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.platform.aggregate.Actor;

/** Decides a crossing from status, journals the decision, then gives it. */
public final class DecideCrossing implements DecisionKind {

    private final StatusQuery statusQuery;
    private final Lease lease;
    private final Journal journal;
    private final ExaminationKeys keys;

    public DecideCrossing(
            BorderStatus status, PublishedPolicies policies, Lease lease, Journal journal, ExaminationKeys keys) {
        this.statusQuery = new StatusQuery(status, policies, lease);
        this.lease = lease;
        this.journal = journal;
        this.keys = keys;
    }

    public JournalEntry decide(Crossing crossing, Actor actor) {
        return decide(crossing, MinVersion.NONE, actor);
    }

    /** Waits for what the caller has seen already; a decision with less is neither given nor journalled. */
    public JournalEntry decide(Crossing crossing, MinVersion least, Actor actor) {
        lease.admit("arrivalAt", crossing.at());
        lease.admitKnown("knownAt", crossing.knownAt());
        least.admitKnown("knownAt", crossing.knownAt());
        var given = least.of(
                () -> given(crossing), decided -> decided.judged().answer().versions());
        var judged = given.judged();
        var draw = new RandomSelection(keys.current(), judged.rate(), judged.tier());
        return journal.append(new PendingDecision(name(), actor.id(), given.moment(), crossing, judged.answer(), draw));
    }

    private record Given(Moment moment, CrossingResult judged) {}

    private Given given(Crossing crossing) {
        var moment = lease.now();
        return new Given(
                moment,
                statusQuery.answer(
                        crossing.knownAt(),
                        (rules, status) -> new CrossingRules(rules).evaluate(crossing, status, moment)));
    }

    @Override
    public String name() {
        return "CROSSING";
    }

    /** Without the secret of that time the selection cannot be repeated, and is missing. */
    @Override
    public Again again(JournalEntry entry) {
        var answer = (CrossingAnswer) entry.answer();
        var crossing = (Crossing) entry.question();
        var answered = new PublishedPolicies.Answered(
                answer.policyVersion(),
                policyUnderstood(answer),
                answer.asOf(),
                StatusQuery.rulesKnownAt(crossing.knownAt(), entry.moment().askedAt()));
        var judged = statusQuery.again(
                crossing.knownAt(),
                answer.versions(),
                answered,
                (rules, status) -> new CrossingRules(rules).evaluate(crossing, status, entry.moment()));
        var drawn = Objects.requireNonNull(entry.examination(), "a crossing is always drawn");
        var examination = keys.find(drawn.keyId())
                .map(key -> new RandomSelection(key, judged.rate(), judged.tier()).of(entry.id()))
                .orElse(null);
        return new Again(judged.answer(), examination);
    }

    private static boolean policyUnderstood(CrossingAnswer answer) {
        return answer.benefits().stream()
                .flatMap(benefit -> benefit.findings().stream())
                .noneMatch(finding -> finding.reason() == Reason.POLICY_NOT_UNDERSTOOD);
    }
}
