package org.trustedtrader.border.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;

/** Answers questions about identifiers from a status. The same inputs always give the same answer. */
public final class EligibilityRules {

    private final Policies policies;

    public EligibilityRules(Policies policies) {
        this.policies = policies;
    }

    public Answer answer(Question question, Status status, Moment moment) {
        var millis = question.at().toEpochMilli();
        var policy = policies.at(millis);
        var extra = extra(policy, moment, millis);
        var answers = new ArrayList<Answer.ItemAnswer>(question.items().size());
        var until = policies.nextChange(millis);
        for (var item : question.items()) {
            var one = one(item, question.benefit(), policy, status, millis, extra);
            until = Math.min(until, one.until());
            answers.add(one.answer());
        }
        return new Answer(
                question.at(),
                moment.validUntil(until),
                moment.statusAge().toMillis(),
                policy.version(),
                List.copyOf(answers));
    }

    /**
     * The answer to one item of a question.
     *
     * @param until when it is known to change by itself next, milliseconds; {@link Long#MAX_VALUE} if it is not
     */
    public record One(Answer.ItemAnswer answer, long until) {}

    /** @param extra what {@link #extra} says of that policy at that time */
    public static One one(
            Question.Item item, @Nullable Benefit benefit, Policy policy, Status status, long millis, long extra) {
        var scheme = Scheme.named(item.scheme());
        if (scheme == Scheme.DRIVER_CARD) {
            var card = Scheme.DRIVER_CARD.admits(item.id()) ? status.card(item.id(), millis) : Card.MALFORMED;
            return new One(ofCard(item, card, extra), card.until());
        }
        var party = party(scheme, item.id(), status, millis);
        return new One(ofTrader(item, party, benefits(benefit, policy, role(scheme)), extra), party.until());
    }

    /** Bits of the reasons that every answer has which follows from that policy at that moment. */
    public static long extra(Policy policy, Moment moment, long millis) {
        var stale = moment.covers(millis) ? 0 : Reason.STATUS_STALE.bit();
        return policy.isUnderstood() ? stale : stale | Reason.POLICY_NOT_UNDERSTOOD.bit();
    }

    private record Asked(BenefitRule rule, Role role) {}

    private static List<Asked> benefits(@Nullable Benefit only, Policy policy, Role role) {
        var asked = new ArrayList<Asked>();
        for (var rule : policy.rules()) {
            if (only == null || only == rule.benefit()) {
                asked.add(new Asked(rule, part(rule, role)));
            }
        }
        return asked;
    }

    /** The part that counts for one benefit. */
    public static Role part(BenefitRule rule, Role role) {
        return rule.asks(role) ? role : Role.HOLDER;
    }

    private static Answer.ItemAnswer ofTrader(Question.Item item, Party party, List<Asked> asked, long extra) {
        var benefits = new ArrayList<Answer.BenefitOutcome>();
        long common = -1;
        for (var one : asked) {
            var reasons = extra | party.reasons(one.rule().benefit(), one.role());
            common &= reasons;
            benefits.add(new Answer.BenefitOutcome(one.rule().benefit(), Outcome.of(reasons), Reasons.list(reasons)));
        }
        return new Answer.ItemAnswer(
                item.scheme(),
                item.id(),
                best(benefits),
                Reasons.list(common),
                party.isNobody() ? List.of() : List.copyOf(benefits),
                party.versions());
    }

    private static Answer.ItemAnswer ofCard(Question.Item item, Card card, long extra) {
        var reasons = extra | card.standing().bit();
        return new Answer.ItemAnswer(
                item.scheme(), item.id(), Outcome.of(reasons), Reasons.list(reasons), List.of(), card.versions());
    }

    private static Outcome best(List<Answer.BenefitOutcome> benefits) {
        var best = Outcome.INELIGIBLE;
        for (var benefit : benefits) {
            best = best.orBetter(benefit.outcome());
        }
        return best;
    }

    private static Party party(@Nullable Scheme scheme, String id, Status status, long millis) {
        if (scheme == null) {
            return Party.UNKNOWN_SCHEME;
        }
        return scheme.admits(id) ? status.party(new Identifier(scheme, id), millis) : Party.MALFORMED;
    }

    /** The part in which somebody who is known by that scheme asks for benefits. */
    public static Role role(@Nullable Scheme scheme) {
        return scheme == Scheme.CARRIER_CODE ? Role.CARRIER : scheme == Scheme.BN15 ? Role.IMPORTER : Role.HOLDER;
    }
}
