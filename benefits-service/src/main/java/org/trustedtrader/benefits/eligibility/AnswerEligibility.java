package org.trustedtrader.benefits.eligibility;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.Kind;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.keeping.BorderStatus;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.platform.aggregate.Actor;

/** Answers from status, journals the answer, then gives it. */
public final class AnswerEligibility implements Kind {

    private final BorderStatus status;
    private final EligibilityRules rules;
    private final Lease lease;
    private final Journal journal;

    public AnswerEligibility(BorderStatus status, Policies policies, Lease lease, Journal journal) {
        this.status = status;
        this.rules = new EligibilityRules(policies);
        this.lease = lease;
        this.journal = journal;
    }

    public JournalEntry answer(Question question, Actor actor) {
        lease.admit("at", question.at());
        var moment = lease.now();
        var answer = rules.answer(question, status, moment);
        var entry = new JournalEntry(UUID.randomUUID().toString(), name(), actor.id(), moment, question, answer);
        journal.append(entry);
        return entry;
    }

    @Override
    public String name() {
        return "ELIGIBILITY";
    }

    @Override
    public Class<Question> question() {
        return Question.class;
    }

    @Override
    public Class<Answer> answer() {
        return Answer.class;
    }

    @Override
    public Answer again(JournalEntry entry) {
        var question = (Question) entry.question();
        Map<String, Long> versions = new HashMap<>();
        ((Answer) entry.answer()).answers().forEach(a -> versions.putAll(a.versions()));
        return rules.answer(question, status.asKnownWith(versions), entry.moment());
    }
}
