package org.trustedtrader.benefits.crossing;

import java.util.Objects;
import org.trustedtrader.benefits.decision.Answered;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.Kind;
import org.trustedtrader.benefits.decision.Knowledge;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.decision.MinVersion;
import org.trustedtrader.benefits.policy.PublishedPolicies;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.CrossingRules;
import org.trustedtrader.border.crossing.Judged;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.examination.Draw;
import org.trustedtrader.border.examination.ExaminationKeys;
import org.trustedtrader.border.keeping.BorderStatus;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.platform.aggregate.Actor;

/** Decides a crossing from status, journals the decision, then gives it. */
public final class DecideCrossing implements Kind {

    private final Knowledge knowledge;
    private final Lease lease;
    private final Journal journal;
    private final ExaminationKeys keys;

    public DecideCrossing(
            BorderStatus status, PublishedPolicies policies, Lease lease, Journal journal, ExaminationKeys keys) {
        this.knowledge = new Knowledge(status, policies);
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
        var draw = new Draw(keys.current(), judged.rate(), judged.tier());
        return journal.append(new Answered(name(), actor.id(), given.moment(), crossing, judged.answer(), draw));
    }

    private record Given(Moment moment, Judged judged) {}

    private Given given(Crossing crossing) {
        var moment = lease.now();
        return new Given(
                moment,
                knowledge.answer(
                        crossing.knownAt(),
                        (rules, status) -> new CrossingRules(rules).judge(crossing, status, moment)));
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
                Knowledge.rulesKnownAt(crossing.knownAt(), entry.moment().askedAt()));
        var judged = knowledge.again(
                crossing.knownAt(),
                answer.versions(),
                answered,
                (rules, status) -> new CrossingRules(rules).judge(crossing, status, entry.moment()));
        var drawn = Objects.requireNonNull(entry.examination(), "a crossing is always drawn");
        var examination = keys.find(drawn.keyId())
                .map(key -> new Draw(key, judged.rate(), judged.tier()).of(entry.id()))
                .orElse(null);
        return new Again(judged.answer(), examination);
    }

    private static boolean policyUnderstood(CrossingAnswer answer) {
        return answer.benefits().stream()
                .flatMap(benefit -> benefit.findings().stream())
                .noneMatch(finding -> finding.reason() == Reason.POLICY_NOT_UNDERSTOOD);
    }
}
