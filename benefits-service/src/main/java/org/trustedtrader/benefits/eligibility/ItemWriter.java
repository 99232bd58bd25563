package org.trustedtrader.benefits.eligibility;

import java.util.List;
import org.trustedtrader.benefits.decision.entry.EligibilityCodec;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.json.EligibilityFragments;
import org.trustedtrader.border.memory.Lookup;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.trader.Scheme;

/** The items of one answer under one set of rules while they are written to a draft, and what they have in common. */
final class ItemWriter {

    private final BorderStatus status;
    private final Question question;
    private final AnswerBuffer buffer;
    private final boolean single;
    private final long millis;
    private final Policy policy;
    private final long extra;
    private long until;
    private long seen;

    /** @param single whether there is one, which explains its reasons */
    ItemWriter(
            BorderStatus status,
            Policies policies,
            Question question,
            Moment moment,
            AnswerBuffer buffer,
            boolean single) {
        this.status = status;
        this.question = question;
        this.buffer = buffer;
        this.single = single;
        this.millis = question.at().toEpochMilli();
        this.policy = policies.at(millis);
        this.extra = EligibilityRules.extra(policy, moment, millis);
        this.until = policies.nextChange(millis);
    }

    Policy policy() {
        return policy;
    }

    /** When the first of them is known to change by itself, milliseconds; {@link Long#MAX_VALUE} if none is. */
    long until() {
        return until;
    }

    /** The reasons that occur in them. */
    long seen() {
        return seen;
    }

    ItemWriter write(VerdictCaches verdictCaches) {
        var byRole = verdictCaches.of(policy, question.benefit());
        var items = question.items();
        for (int from = 0; from < items.size(); from += AnswerBuffer.AT_ONCE) {
            var some = items.subList(from, Math.min(items.size(), from + AnswerBuffer.AT_ONCE));
            lookUp(some);
            for (int i = 0; i < some.size(); i++) {
                if (single) {
                    write(some.get(i), i, byRole);
                } else {
                    EligibilityFragments.beginItem(buffer.json(), from + i > 0);
                    write(some.get(i), i, byRole);
                    EligibilityFragments.endItem(buffer.json());
                }
            }
        }
        return this;
    }

    private void lookUp(List<Question.Item> some) {
        var lookups = buffer.lookups;
        lookups.clear();
        for (int i = 0; i < some.size(); i++) {
            var scheme = Scheme.named(some.get(i).scheme());
            buffer.schemes[i] = scheme;
            buffer.places[i] = lookups.count();
            if (scheme != null) {
                lookups.add(scheme, some.get(i).id());
            }
        }
        status.memory().lookUp(lookups, millis);
    }

    /** @param i which of those that were looked up together */
    private void write(Question.Item item, int i, VerdictCache[] byRole) {
        var scheme = buffer.schemes[i];
        int place = buffer.places[i];
        if (scheme == null || !buffer.lookups.isResolved(place)) {
            fromRules(item);
            return;
        }
        var look = buffer.lookups.get(place);
        fromColumns(item, look, byRole[EligibilityRules.role(scheme).ordinal()].of(look, extra, buffer.reasons));
    }

    private void fromRules(Question.Item item) {
        var one = EligibilityRules.one(item, question.benefit(), policy, status, millis, extra);
        until = Math.min(until, one.until());
        seen |= EligibilityFragments.item(buffer.json(), one.answer(), single);
        EligibilityCodec.item(buffer.items, item, one.answer());
    }

    private void fromColumns(Question.Item item, Lookup lookup, Verdict verdict) {
        seen |= verdict.seen();
        var json = buffer.json();
        EligibilityFragments.who(json, item.scheme(), item.id());
        json.raw(single ? verdict.explained() : verdict.coded());
        EligibilityFragments.versions(json, lookup);
        EligibilityCodec.who(buffer.items, item.scheme(), item.id());
        boolean company = lookup.companyVersion() > 0;
        verdict.entry().write(buffer.items, (company ? 1 : 0) + lookup.memberships());
        if (company) {
            EligibilityCodec.company(buffer.items, lookup.company(), lookup.companyVersion());
        }
        for (int i = 0; i < lookup.memberships(); i++) {
            EligibilityCodec.membership(
                    buffer.items, lookup.membershipHigh(i), lookup.membershipLow(i), lookup.membershipVersion(i));
        }
    }
}
