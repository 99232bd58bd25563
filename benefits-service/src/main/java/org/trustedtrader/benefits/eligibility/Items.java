package org.trustedtrader.benefits.eligibility;

import java.util.List;
import org.trustedtrader.benefits.decision.entry.EligibilityForm;
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
final class Items {

    private final BorderStatus status;
    private final Question question;
    private final Draft draft;
    private final boolean single;
    private final long millis;
    private final Policy policy;
    private final long extra;
    private long until;
    private long seen;

    /** @param single whether there is one, which explains its reasons */
    Items(BorderStatus status, Policies policies, Question question, Moment moment, Draft draft, boolean single) {
        this.status = status;
        this.question = question;
        this.draft = draft;
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

    Items write(KnownVerdicts verdicts) {
        var byRole = verdicts.of(policy, question.benefit());
        var items = question.items();
        for (int from = 0; from < items.size(); from += Draft.AT_ONCE) {
            var some = items.subList(from, Math.min(items.size(), from + Draft.AT_ONCE));
            look(some);
            for (int i = 0; i < some.size(); i++) {
                if (single) {
                    write(some.get(i), i, byRole);
                } else {
                    EligibilityFragments.beginItem(draft.json(), from + i > 0);
                    write(some.get(i), i, byRole);
                    EligibilityFragments.endItem(draft.json());
                }
            }
        }
        return this;
    }

    private void look(List<Question.Item> some) {
        var looks = draft.looks;
        looks.clear();
        for (int i = 0; i < some.size(); i++) {
            var scheme = Scheme.named(some.get(i).scheme());
            draft.schemes[i] = scheme;
            draft.places[i] = looks.count();
            if (scheme != null) {
                looks.add(scheme, some.get(i).id());
            }
        }
        status.memory().lookUp(looks, millis);
    }

    /** @param i which of those that were looked up together */
    private void write(Question.Item item, int i, Verdicts[] byRole) {
        var scheme = draft.schemes[i];
        int place = draft.places[i];
        if (scheme == null || !draft.looks.isResolved(place)) {
            byTheRules(item);
            return;
        }
        var look = draft.looks.get(place);
        plain(item, look, byRole[EligibilityRules.role(scheme).ordinal()].of(look, extra, draft.reasons));
    }

    private void byTheRules(Question.Item item) {
        var one = EligibilityRules.one(item, question.benefit(), policy, status, millis, extra);
        until = Math.min(until, one.until());
        seen |= EligibilityFragments.item(draft.json(), one.answer(), single);
        EligibilityForm.item(draft.items, item, one.answer());
    }

    private void plain(Question.Item item, Lookup look, Verdict verdict) {
        seen |= verdict.seen();
        var json = draft.json();
        EligibilityFragments.who(json, item.scheme(), item.id());
        json.raw(single ? verdict.explained() : verdict.coded());
        EligibilityFragments.versions(json, look);
        EligibilityForm.who(draft.items, item.scheme(), item.id());
        boolean company = look.companyVersion() > 0;
        verdict.entry().write(draft.items, (company ? 1 : 0) + look.memberships());
        if (company) {
            EligibilityForm.company(draft.items, look.company(), look.companyVersion());
        }
        for (int i = 0; i < look.memberships(); i++) {
            EligibilityForm.membership(
                    draft.items, look.membershipHigh(i), look.membershipLow(i), look.membershipVersion(i));
        }
    }
}
