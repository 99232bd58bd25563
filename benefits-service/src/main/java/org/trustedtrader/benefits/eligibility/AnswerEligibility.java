package org.trustedtrader.benefits.eligibility;

import java.util.HashMap;
import java.util.Map;
import org.trustedtrader.benefits.decision.DecisionKind;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.decision.MinVersion;
import org.trustedtrader.benefits.decision.PendingDecision;
import org.trustedtrader.benefits.decision.StatusQuery;
import org.trustedtrader.benefits.policy.PublishedPolicies;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.platform.aggregate.Actor;

/** Answers from status, journals the answer, then gives it. */
public final class AnswerEligibility implements DecisionKind {

    private final StatusQuery statusQuery;
    private final Lease lease;
    private final Journal journal;

    public AnswerEligibility(BorderStatus status, PublishedPolicies policies, Lease lease, Journal journal) {
        this.statusQuery = new StatusQuery(status, policies, lease);
        this.lease = lease;
        this.journal = journal;
    }

    public JournalEntry answer(Question question, Actor actor) {
        return answer(question, MinVersion.NONE, actor);
    }

    /** Waits for what the caller has seen already; an answer with less is neither given nor journalled. */
    public JournalEntry answer(Question question, MinVersion least, Actor actor) {
        lease.admit("asOf", question.at());
        lease.admitKnown("knownAt", question.knownAt());
        least.admitKnown("knownAt", question.knownAt());
        var asked = question.items().stream().allMatch(AnswerEligibility::isWellFormed) ? least : MinVersion.NONE;
        var given = asked.of(() -> given(question), Given::versions);
        return journal.append(new PendingDecision(name(), actor.id(), given.moment(), question, given.answer(), null));
    }

    /** Of what stands for nobody no version will ever come. */
    private static boolean isWellFormed(Question.Item item) {
        var scheme = Scheme.named(item.scheme());
        return scheme != null && scheme.admits(item.id());
    }

    private record Given(Moment moment, Answer answer) {
        Map<String, Long> versions() {
            return versionsOf(answer);
        }
    }

    private Given given(Question question) {
        var moment = lease.now();
        return new Given(
                moment,
                statusQuery.answer(
                        question.knownAt(),
                        (rules, status) -> new EligibilityRules(rules).answer(question, status, moment)));
    }

    private static Map<String, Long> versionsOf(Answer answer) {
        Map<String, Long> versions = new HashMap<>();
        answer.answers().forEach(item -> versions.putAll(item.versions()));
        return versions;
    }

    @Override
    public String name() {
        return "ELIGIBILITY";
    }

    @Override
    public Again again(JournalEntry entry) {
        var question = (Question) entry.question();
        var answer = (Answer) entry.answer();
        var answered = new PublishedPolicies.Answered(
                answer.policyVersion(),
                policyUnderstood(answer),
                question.at(),
                StatusQuery.rulesKnownAt(question.knownAt(), entry.moment().askedAt()));
        var again = statusQuery.again(
                question.knownAt(),
                versionsOf(answer),
                answered,
                (rules, status) -> new EligibilityRules(rules).answer(question, status, entry.moment()));
        return new Again(again, null);
    }

    private static boolean policyUnderstood(Answer answer) {
        return answer.answers().stream().noneMatch(item -> item.reasons().contains(Reason.POLICY_NOT_UNDERSTOOD));
    }
}
