package org.trustedtrader.border.test;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Answer.BenefitOutcome;
import org.trustedtrader.border.eligibility.Answer.ItemAnswer;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question.Item;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.trader.Scheme;

/** Answers the items of a question, each for itself. */
final class ReferenceItems {

    private final ReferenceStatus knowledge;
    private final @Nullable Benefit only;

    ReferenceItems(ReferenceStatus knowledge, @Nullable Benefit only) {
        this.knowledge = knowledge;
        this.only = only;
    }

    List<ItemAnswer> said(List<Item> items, Policy policy, long millis, boolean stale) {
        return items.stream().map(item -> said(item, policy, millis, stale)).toList();
    }

    private ItemAnswer said(Item item, Policy policy, long millis, boolean stale) {
        var scheme = schemeNamed(item.scheme());
        if (scheme == Scheme.DRIVER_CARD) {
            return ofCard(item, millis, stale);
        }
        var party = scheme == null
                ? ReferenceParty.nobody(Reason.UNKNOWN_SCHEME, List.of())
                : knowledge.party(scheme, item.id(), millis);
        Set<Reason> common = EnumSet.allOf(Reason.class);
        List<BenefitOutcome> benefits = new ArrayList<>();
        for (var rule : policy.rules()) {
            if (only == null || only == rule.benefit()) {
                var reasons = party.reasons(rule, role(scheme, rule), millis);
                if (stale) {
                    reasons.add(Reason.STATUS_STALE);
                }
                common.retainAll(reasons);
                benefits.add(new BenefitOutcome(rule.benefit(), outcome(reasons), List.copyOf(reasons)));
            }
        }
        Map<String, Long> versions = new TreeMap<>();
        party.versionsInto(versions);
        return new ItemAnswer(
                item.scheme(),
                item.id(),
                best(benefits),
                List.copyOf(common),
                party.trader() == null ? List.of() : benefits,
                versions);
    }

    private ItemAnswer ofCard(Item item, long millis, boolean stale) {
        var reasons = EnumSet.of(knowledge.card(item.id(), millis));
        if (stale) {
            reasons.add(Reason.STATUS_STALE);
        }
        Map<String, Long> versions = new TreeMap<>();
        knowledge.cardVersionInto(item.id(), versions);
        return new ItemAnswer(item.scheme(), item.id(), outcome(reasons), List.copyOf(reasons), List.of(), versions);
    }

    /** Whatever is uncertain makes the whole uncertain; else whatever refuses makes it a no. */
    static Outcome outcome(Set<Reason> reasons) {
        if (reasons.stream().anyMatch(r -> r.effect() == Reason.Effect.UNCERTAIN)) {
            return Outcome.INDETERMINATE;
        }
        return reasons.stream().anyMatch(r -> r.effect() == Reason.Effect.REFUSES)
                ? Outcome.INELIGIBLE
                : Outcome.ELIGIBLE;
    }

    private static Outcome best(List<BenefitOutcome> benefits) {
        for (var outcome : List.of(Outcome.ELIGIBLE, Outcome.INDETERMINATE)) {
            if (benefits.stream().anyMatch(b -> b.outcome() == outcome)) {
                return outcome;
            }
        }
        return Outcome.INELIGIBLE;
    }

    /** A carrier code asks for a carrier, an import account for an importer, wherever the benefit knows that part. */
    private static Role role(@Nullable Scheme scheme, BenefitRule rule) {
        var role = scheme == Scheme.CARRIER_CODE ? Role.CARRIER : scheme == Scheme.BN15 ? Role.IMPORTER : Role.HOLDER;
        return rule.lines().containsKey(role) ? role : Role.HOLDER;
    }

    private static @Nullable Scheme schemeNamed(String name) {
        for (var scheme : Scheme.values()) {
            var inPaths = scheme.name().replace("_", "-").toLowerCase(Locale.ROOT);
            if (name.equals(scheme.name()) || name.equals(inPaths)) {
                return scheme;
            }
        }
        return null;
    }
}
