package org.trustedtrader.benefits.eligibility;

import org.trustedtrader.benefits.decision.DecisionId;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.decision.entry.EligibilityCodec;
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
    private final VerdictCaches verdictCaches = new VerdictCaches();

    public AnswerFromMemory(BorderStatus status, Lease lease, Journal journal) {
        this.status = status;
        this.lease = lease;
        this.journal = journal;
    }

    /** Writes the answer to the only item to the draft. */
    public void single(Question question, Actor actor, AnswerBuffer buffer) {
        lease.admit("asOf", question.at());
        var moment = lease.now();
        var items = status.consistently(policies -> items(policies, question, moment, buffer, true));
        var until = moment.validUntil(items.until());
        EligibilityFragments.endSingle(
                buffer.json(),
                items.policy().version(),
                question.at(),
                until,
                moment.statusAge().toMillis());
        journal(question, actor, moment, items, buffer);
    }

    /** Writes the answers to all items to the draft. */
    public void batch(Question question, Actor actor, AnswerBuffer buffer) {
        lease.admit("asOf", question.at());
        var moment = lease.now();
        var items = status.consistently(policies -> items(policies, question, moment, buffer, false));
        var until = moment.validUntil(items.until());
        EligibilityFragments.endBatch(
                buffer.json(),
                items.seen(),
                items.policy().version(),
                question.at(),
                until,
                moment.statusAge().toMillis());
        journal(question, actor, moment, items, buffer);
    }

    private ItemWriter items(Policies policies, Question question, Moment moment, AnswerBuffer buffer, boolean single) {
        buffer.clear();
        buffer.idAt = single
                ? EligibilityFragments.beginSingle(buffer.json(), DecisionId.LENGTH)
                : EligibilityFragments.beginBatch(buffer.json(), DecisionId.LENGTH);
        return new ItemWriter(status, policies, question, moment, buffer, single).write(verdictCaches);
    }

    /** Only when it is recorded has the decision its id, and the draft is an answer. */
    private void journal(Question question, Actor actor, Moment moment, ItemWriter items, AnswerBuffer buffer) {
        var entry = buffer.entry;
        EligibilityCodec.begin(
                entry,
                actor.id(),
                moment,
                question.at(),
                question.benefit(),
                items.policy().version(),
                moment.validUntil(items.until()),
                question.items().size());
        entry.raw(buffer.items.bytes(), buffer.items.length());
        journal.append(entry.bytes(), entry.length()).write(buffer.json().array(), buffer.idAt);
    }
}
