package org.trustedtrader.benefits.eligibility;

import org.trustedtrader.benefits.decision.DecisionId;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.decision.entry.EligibilityForm;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.json.EligibilityFragments;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * Gives and journals the answers that {@link AnswerEligibility} gives, to the letter, as JSON and without an object for any
 * of it. Whom memory cannot tell about in one look is left to the {@link EligibilityRules}. Only about what is known now.
 */
public final class AnswerFromMemory {

    private final BorderStatus status;
    private final Lease lease;
    private final Journal journal;
    private final KnownVerdicts verdicts = new KnownVerdicts();

    public AnswerFromMemory(BorderStatus status, Lease lease, Journal journal) {
        this.status = status;
        this.lease = lease;
        this.journal = journal;
    }

    /** Writes the answer to the only item to the draft. */
    public void single(Question question, Actor actor, Draft draft) {
        lease.admit("asOf", question.at());
        var moment = lease.now();
        var items = status.consistently(policies -> items(policies, question, moment, draft, true));
        var until = moment.validUntil(items.until());
        EligibilityFragments.endSingle(
                draft.json(),
                items.policy().version(),
                question.at(),
                until,
                moment.statusAge().toMillis());
        journal(question, actor, moment, items, draft);
    }

    /** Writes the answers to all items to the draft. */
    public void batch(Question question, Actor actor, Draft draft) {
        lease.admit("asOf", question.at());
        var moment = lease.now();
        var items = status.consistently(policies -> items(policies, question, moment, draft, false));
        var until = moment.validUntil(items.until());
        EligibilityFragments.endBatch(
                draft.json(),
                items.seen(),
                items.policy().version(),
                question.at(),
                until,
                moment.statusAge().toMillis());
        journal(question, actor, moment, items, draft);
    }

    private Items items(Policies policies, Question question, Moment moment, Draft draft, boolean single) {
        draft.clear();
        draft.idAt = single
                ? EligibilityFragments.beginSingle(draft.json(), DecisionId.LENGTH)
                : EligibilityFragments.beginBatch(draft.json(), DecisionId.LENGTH);
        return new Items(status, policies, question, moment, draft, single).write(verdicts);
    }

    /** Only when it is recorded has the decision its id, and the draft is an answer. */
    private void journal(Question question, Actor actor, Moment moment, Items items, Draft draft) {
        var entry = draft.entry;
        EligibilityForm.begin(
                entry,
                actor.id(),
                moment,
                question.at(),
                question.benefit(),
                items.policy().version(),
                moment.validUntil(items.until()),
                question.items().size());
        entry.raw(draft.items.bytes(), draft.items.length());
        journal.append(entry.bytes(), entry.length()).write(draft.json().array(), draft.idAt);
    }
}
