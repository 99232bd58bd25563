package org.trustedtrader.benefits.monitoring;

import org.trustedtrader.benefits.consent.ConsentKnowledge;
import org.trustedtrader.benefits.consent.KeepConsents;
import org.trustedtrader.benefits.decision.Answered;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.Kind;
import org.trustedtrader.benefits.decision.Knowledge;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.policy.PolicyBook;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.monitoring.PartnerAnswer;
import org.trustedtrader.border.monitoring.PartnerQuestion;
import org.trustedtrader.border.monitoring.PartnerRules;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * Answers a company's question about another one, from memory alone whoever it is about, so that the time it takes says
 * nothing. The answer is journalled with its reasons before it is given.
 */
public final class MonitorPartner implements Kind {

    private final BorderMemory memory;
    private final Knowledge knowledge;
    private final ConsentKnowledge consents;
    private final Lease lease;
    private final Journal journal;

    public MonitorPartner(
            BorderStatus status, PolicyBook policies, ConsentKnowledge consents, Lease lease, Journal journal) {
        this.memory = status.memory();
        this.knowledge = new Knowledge(status, policies);
        this.consents = consents;
        this.lease = lease;
        this.journal = journal;
    }

    /** @param scheme, id as they were written */
    public JournalEntry ask(String scheme, String id, Actor actor) {
        var asker = KeepConsents.companyOf(actor);
        var moment = lease.now();
        var question = new PartnerQuestion(moment.askedAt(), asker, scheme, id);
        var answer =
                memory.consistently(rules -> new PartnerRules(rules).answer(question, memory, consents.now(), moment));
        return journal.append(new Answered(name(), actor.id(), moment, question, answer, null));
    }

    @Override
    public String name() {
        return "MONITORING";
    }

    @Override
    public Again again(JournalEntry entry) {
        var question = (PartnerQuestion) entry.question();
        var answer = (PartnerAnswer) entry.answer();
        var answered = new PolicyBook.Answered(
                answer.policyVersion(),
                !answer.reasons().contains(Reason.POLICY_NOT_UNDERSTOOD),
                question.at(),
                entry.moment().askedAt());
        var then = consents.knownWith(answer.versions());
        return new Again(
                knowledge.again(
                        null,
                        answer.versions(),
                        answered,
                        (rules, status) -> new PartnerRules(rules).answer(question, status, then, entry.moment())),
                null);
    }
}
