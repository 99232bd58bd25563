package org.trustedtrader.benefits.eligibility;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.decision.DecisionId;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.decision.entry.EligibilityForm;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.json.EligibilityPieces;
import org.trustedtrader.border.keeping.BorderStatus;
import org.trustedtrader.border.memory.Look;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * Gives and journals the answers that {@link AnswerEligibility} gives, to the letter, as JSON and without an object for any
 * of it. Whom memory cannot tell about in one look is left to the {@link EligibilityRules}. Only about what is known now.
 */
public final class AnswerFromMemory {

    private static final int MOST_POLICIES = 64;

    private final BorderStatus status;
    private final Lease lease;
    private final Journal journal;
    private final Map<Asked, Verdicts[]> verdicts = new ConcurrentHashMap<>();

    public AnswerFromMemory(BorderStatus status, Lease lease, Journal journal) {
        this.status = status;
        this.lease = lease;
        this.journal = journal;
    }

    private record Asked(Policy policy, @Nullable Benefit only) {}

    /** What is known of an answer once its items are written. */
    private record Written(int idAt, Policy policy, long until, long seen) {}

    /** Writes the first item's answer to the draft. */
    public void single(Question question, Actor actor, Draft draft) {
        answer(question, actor, draft, true);
    }

    /** Writes every item's answer to the draft. */
    public void batch(Question question, Actor actor, Draft draft) {
        answer(question, actor, draft, false);
    }

    private void answer(Question question, Actor actor, Draft draft, boolean single) {
        lease.admit("at", question.at());
        var moment = lease.now();
        var written = status.whole(policies -> items(question, moment, policies, draft, single));
        var until = moment.validUntil(written.until());
        var policy = written.policy().version();
        var entry = draft.entry;
        EligibilityForm.begin(
                entry,
                actor.id(),
                moment,
                question.at(),
                question.benefit(),
                policy,
                until,
                question.items().size());
        entry.raw(draft.items.bytes(), draft.items.length());
        var json = draft.json();
        long age = moment.statusAge().toMillis();
        if (single) {
            EligibilityPieces.endSingle(json, policy, question.at(), until, age);
        } else {
            EligibilityPieces.endBatch(json, written.seen(), policy, question.at(), until, age);
        }
        journal.append(entry.bytes(), entry.length()).write(json.array(), written.idAt());
    }

    private Written items(Question question, Moment moment, Policies policies, Draft draft, boolean single) {
        draft.clear();
        long millis = question.at().toEpochMilli();
        var policy = policies.at(millis);
        long extra = EligibilityRules.extra(policy, moment, millis);
        var byRole = verdicts(policy, question.benefit());
        var json = draft.json();
        int idAt = single
                ? EligibilityPieces.beginSingle(json, DecisionId.LENGTH)
                : EligibilityPieces.beginBatch(json, DecisionId.LENGTH);
        long until = policies.nextChange(millis);
        long seen = 0;
        var items = question.items();
        for (int from = 0; from < items.size(); from += Draft.AT_ONCE) {
            int to = Math.min(items.size(), from + Draft.AT_ONCE);
            for (int i = from; i < to; i++) {
                look(items.get(i), millis, draft.found[i - from]);
            }
            for (int i = from; i < to; i++) {
                if (!single) {
                    EligibilityPieces.beginItem(json, i > 0);
                }
                var item = items.get(i);
                var found = draft.found[i - from];
                if (found.scheme != null) {
                    var verdict =
                            byRole[EligibilityRules.role(found.scheme).ordinal()].of(found.look, extra, draft.reasons);
                    plain(item, verdict, found.look, draft, single);
                    seen |= verdict.seen();
                } else {
                    var one = EligibilityRules.one(item, question.benefit(), policy, status, millis, extra);
                    until = Math.min(until, one.until());
                    EligibilityForm.item(draft.items, item, one.answer());
                    seen |= EligibilityPieces.item(json, one.answer(), single);
                }
                if (!single) {
                    EligibilityPieces.endItem(json);
                }
            }
        }
        return new Written(idAt, policy, until, seen);
    }

    private void look(Question.Item item, long millis, Draft.Found found) {
        var scheme = Scheme.named(item.scheme());
        found.scheme = scheme != null && status.memory().look(scheme, item.id(), millis, found.look) ? scheme : null;
    }

    private static void plain(Question.Item item, Verdict verdict, Look look, Draft draft, boolean explained) {
        var json = draft.json();
        EligibilityPieces.who(json, item.scheme(), item.id());
        json.raw(explained ? verdict.explained() : verdict.coded());
        EligibilityPieces.versions(json, look);
        EligibilityForm.who(draft.items, item.scheme(), item.id());
        versions(draft, verdict, look);
    }

    private static void versions(Draft draft, Verdict verdict, Look look) {
        boolean company = look.companyVersion() > 0;
        boolean membership = look.membershipVersion() > 0;
        verdict.entry().write(draft.items, (company ? 1 : 0) + (membership ? 1 : 0));
        if (company) {
            EligibilityForm.company(draft.items, look.company(), look.companyVersion());
        }
        if (membership) {
            EligibilityForm.membership(
                    draft.items, look.membershipHigh(), look.membershipLow(), look.membershipVersion());
        }
    }

    private Verdicts[] verdicts(Policy policy, @Nullable Benefit only) {
        var asked = new Asked(policy, only);
        var known = verdicts.get(asked);
        if (known != null) {
            return known;
        }
        if (verdicts.size() >= MOST_POLICIES) {
            verdicts.clear();
        }
        return verdicts.computeIfAbsent(
                asked,
                _ -> Stream.of(Role.values())
                        .map(role -> Verdicts.of(policy, role, only))
                        .toArray(Verdicts[]::new));
    }
}
