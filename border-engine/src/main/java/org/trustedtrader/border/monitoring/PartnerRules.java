package org.trustedtrader.border.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.eligibility.Reasons;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

/**
 * Answers what one company asks about another. What makes everybody's answer uncertain is looked at before the two companies
 * are, and both are looked up whatever is found of the other, so that neither the answer nor the work it takes tells pairs
 * apart that may not be told apart. The same inputs always give the same answer.
 */
public final class PartnerRules {

    private static final long NO_MEMBER_NOW =
            Reason.NOT_A_MEMBER.bit() | Reason.MEMBERSHIP_CANCELLED.bit() | Reason.MEMBERSHIP_WITHDRAWN.bit();

    private final Policies policies;

    public PartnerRules(Policies policies) {
        this.policies = policies;
    }

    public PartnerAnswer answer(PartnerQuestion question, Status status, KnownConsents consents, Moment moment) {
        var millis = question.at().toEpochMilli();
        var policy = policies.at(millis);
        var given = new Given(question, policy, moment, policies.nextChange(millis));
        var uncertain = uncertain(policy, moment, millis);
        if (uncertain != 0) {
            return given.answer(Disclosure.INDETERMINATE, uncertain, Map.of(), Long.MAX_VALUE);
        }
        var asker = party(Scheme.BN9, question.asker(), status, millis);
        var asked = party(Scheme.named(question.scheme()), question.id(), status, millis);
        var company = company(asked);
        var toAsker = consents.of(company, question.asker());
        var toAsked = consents.of(question.asker(), company);
        var versions = new TreeMap<>(asker.versions());
        versions.putAll(asked.versions());
        note(versions, KnownConsents.id(company, question.asker()), toAsker);
        note(versions, KnownConsents.id(question.asker(), company), toAsked);
        var hidden = hidden(asker, asked, toAsker.inForce() && toAsked.inForce());
        if (hidden != 0) {
            return given.answer(Disclosure.NOT_DISCLOSED, hidden, versions, Long.MAX_VALUE);
        }
        return given.answer(
                Disclosure.of(outcome(asked, policy)), common(asked), versions, Math.min(asker.until(), asked.until()));
    }

    /** Whether a member has any benefit then: what its partners see. */
    public static Outcome outcome(Party party, Policy policy) {
        var best = Outcome.INELIGIBLE;
        for (var rule : policy.rules()) {
            var outcome = Outcome.of(party.reasons(rule.benefit(), Role.HOLDER));
            if (outcome == Outcome.ELIGIBLE) {
                return outcome;
            }
            best = outcome == Outcome.INDETERMINATE ? outcome : best;
        }
        return best;
    }

    /** Suspended members are, and so are those who appeal; whoever withdrew or was cancelled is not, nor who may have been. */
    public static boolean isKnownMember(Party party) {
        return !party.isNobody()
                && each(party).stream()
                        .anyMatch(reasons ->
                                (reasons & NO_MEMBER_NOW) == 0 && Outcome.of(reasons) != Outcome.INDETERMINATE);
    }

    private record Given(PartnerQuestion question, Policy policy, Moment moment, long nextPolicy) {

        PartnerAnswer answer(Disclosure disclosure, long reasons, Map<String, Long> versions, long until) {
            return new PartnerAnswer(
                    disclosure,
                    Reasons.list(reasons),
                    versions,
                    policy.version(),
                    question.at(),
                    moment.validUntil(Math.min(until, nextPolicy)),
                    moment.statusAge().toMillis());
        }
    }

    private static long uncertain(Policy policy, Moment moment, long millis) {
        var stale = moment.covers(millis) ? 0 : Reason.STATUS_STALE.bit();
        return policy.isUnderstood() ? stale : stale | Reason.POLICY_NOT_UNDERSTOOD.bit();
    }

    /** A driver's card is no company's identifier. */
    private static Party party(@Nullable Scheme scheme, String id, Status status, long millis) {
        if (scheme == null || scheme == Scheme.DRIVER_CARD) {
            return Party.UNKNOWN_SCHEME;
        }
        return scheme.admits(id) ? status.party(new Identifier(scheme, id), millis) : Party.MALFORMED;
    }

    /** Whose standing it is; empty of nobody, and of members of other countries' programmes, who are not asked to consent. */
    private static String company(Party party) {
        if (party.isNobody()) {
            return "";
        }
        return party.versions().keySet().stream()
                .filter(subject -> subject.startsWith(Revision.COMPANY))
                .findFirst()
                .map(subject -> subject.substring(Revision.COMPANY.length()))
                .orElse("");
    }

    /** Whoever was a member once is seen as INELIGIBLE by those whom both sides' consents still join. */
    private static long hidden(Party asker, Party asked, boolean consented) {
        var askers = isKnownMember(asker) ? 0 : Reason.ASKER_NOT_A_MEMBER.bit();
        if (asked.isNobody()) {
            return askers | common(asked);
        }
        return askers | common(asked) & Reason.NOT_A_MEMBER.bit() | (consented ? 0 : Reason.CONSENT_MISSING.bit());
    }

    private static long common(Party party) {
        return each(party).stream().reduce(-1L, (some, more) -> some & more);
    }

    private static List<Long> each(Party party) {
        var all = new ArrayList<Long>(Benefit.COUNT);
        for (var benefit : Benefit.values()) {
            all.add(party.reasons(benefit, Role.HOLDER));
        }
        return all;
    }

    private static void note(Map<String, Long> versions, String consent, KnownConsents.Known known) {
        if (known.version() > 0) {
            versions.put(KnownConsents.SUBJECT + consent, known.version());
        }
    }
}
