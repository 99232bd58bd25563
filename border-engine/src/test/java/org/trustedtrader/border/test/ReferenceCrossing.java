package org.trustedtrader.border.test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer.BenefitFindings;
import org.trustedtrader.border.crossing.Finding;
import org.trustedtrader.border.crossing.Finding.About;
import org.trustedtrader.border.crossing.Lane;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Condition;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.trader.Scheme;

/** One crossing, benefit by benefit: all that speaks against it, about whom. */
final class ReferenceCrossing {

    private final ReferenceStatus knowledge;
    private final Crossing crossing;

    ReferenceCrossing(ReferenceStatus knowledge, Crossing crossing) {
        this.knowledge = knowledge;
        this.crossing = crossing;
    }

    List<BenefitFindings> said(Policy policy, long millis, boolean stale) {
        return policy.rules().stream()
                .filter(BenefitRule::atCrossing)
                .map(rule -> said(rule, policy, millis, stale))
                .toList();
    }

    static Lane lane(List<BenefitFindings> benefits) {
        for (var benefit : benefits) {
            if (benefit.benefit() == Benefit.FAST_LANE && benefit.outcome() != Outcome.INELIGIBLE) {
                return benefit.outcome() == Outcome.ELIGIBLE ? Lane.FLE : Lane.INDETERMINATE;
            }
        }
        return Lane.FLI;
    }

    void versionsInto(Map<String, Long> versions, long millis) {
        knowledge.party(Scheme.CARRIER_CODE, crossing.carrierCode(), millis).versionsInto(versions);
        for (var importer : crossing.importers()) {
            knowledge.party(Scheme.BN15, importer, millis).versionsInto(versions);
        }
        var card = crossing.driverCard();
        if (card != null) {
            knowledge.cardVersionInto(card, versions);
        }
    }

    private BenefitFindings said(BenefitRule rule, Policy policy, long millis, boolean stale) {
        List<Finding> findings = new ArrayList<>();
        if (stale) {
            findings.add(new Finding(Reason.STATUS_STALE, About.CROSSING, null));
        }
        for (var reason : ofTheCrossing(rule, policy)) {
            findings.add(new Finding(reason, About.CROSSING, null));
        }
        addTraders(findings, byMode(rule, policy), millis);
        addDriver(findings, rule, millis);
        var reasons = EnumSet.noneOf(Reason.class);
        findings.forEach(f -> reasons.add(f.reason()));
        var outcome = ReferenceItems.outcome(reasons);
        if (outcome == Outcome.ELIGIBLE) {
            findings.addFirst(new Finding(Reason.ALL_PARTIES_QUALIFY, About.CROSSING, null));
        }
        if (crossing.importers().isEmpty()) {
            findings.add(new Finding(Reason.EMPTY_CONVEYANCE, About.CROSSING, null));
        }
        if (crossing.seal() == Crossing.Seal.NONE) {
            findings.add(new Finding(Reason.SEAL_MISSING, About.CROSSING, null));
        }
        if (crossing.seal() == Crossing.Seal.NOT_REPORTED) {
            findings.add(new Finding(Reason.SEAL_NOT_REPORTED, About.CROSSING, null));
        }
        return new BenefitFindings(rule.benefit(), outcome, findings);
    }

    private Set<Reason> ofTheCrossing(BenefitRule rule, Policy policy) {
        var reasons = EnumSet.noneOf(Reason.class);
        for (var condition : rule.conditions()) {
            switch (condition) {
                case HIGHWAY_MODE -> addUnless(crossing.mode() == Mode.HIGHWAY, Reason.MODE_NOT_HIGHWAY, reasons);
                case FAST_PORT -> addUnless(hasFastLane(policy), Reason.PORT_NOT_FAST, reasons);
                case INTO_CANADA ->
                    addUnless(crossing.direction() == Direction.INTO_CANADA, Reason.NOT_INTO_CANADA, reasons);
                case DIRECT_FROM_US_OR_MEXICO -> addUnless(isDirect(), Reason.ORIGIN_NOT_US_OR_MEXICO, reasons);
                case NO_REGULATED_GOODS -> addUnless(!crossing.regulated(), Reason.GOODS_REGULATED, reasons);
                case DRIVER_CARD -> {}
            }
        }
        addUnless(!isAtAPortForOthers(policy), Reason.PORT_DOES_NOT_FIT, reasons);
        addUnless(List.of(Locale.getISOCountries()).contains(crossing.originCountry()), Reason.ORIGIN_UNKNOWN, reasons);
        addUnless(crossing.seal() != Crossing.Seal.BROKEN, Reason.SEAL_BROKEN, reasons);
        var ofGoods = Set.of(Benefit.SELF_ASSESSED_RELEASE, Benefit.COURIER_LOW_VALUE);
        if (crossing.importers().isEmpty()) {
            addUnless(
                    !crossing.regulated()
                            && rule.lines().containsKey(Role.CARRIER)
                            && !ofGoods.contains(rule.benefit()),
                    Reason.IMPORTER_MISSING,
                    reasons);
        }
        return reasons;
    }

    private boolean isAtAPortForOthers(Policy policy) {
        for (var port : policy.ports()) {
            if (port.code().equals(crossing.port())) {
                return !(port.modes().contains(crossing.mode())
                        && port.directions().contains(crossing.direction()));
            }
        }
        return false;
    }

    /** The rule with those of its lines only that fit the crossing's mode, or with one that no membership has. */
    private BenefitRule byMode(BenefitRule rule, Policy policy) {
        Map<Role, Set<String>> lines = new EnumMap<>(Role.class);
        rule.lines().forEach((role, all) -> {
            Set<String> fitting = new HashSet<>();
            for (var line : all) {
                if (policy.linesByMode().byMode().get(crossing.mode()).contains(line)) {
                    fitting.add(line);
                }
            }
            lines.put(role, fitting.isEmpty() ? Set.of("NONE") : fitting);
        });
        return new BenefitRule(
                rule.benefit(),
                rule.name(),
                rule.minimumTier(),
                lines,
                rule.programmes(),
                rule.atCrossing(),
                rule.conditions());
    }

    private static void addUnless(boolean met, Reason reason, Set<Reason> reasons) {
        if (!met) {
            reasons.add(reason);
        }
    }

    private boolean hasFastLane(Policy policy) {
        for (var port : policy.ports()) {
            if (port.code().equals(crossing.port())) {
                return port.fastLane() && port.mode() == crossing.mode() && port.direction() == crossing.direction();
            }
        }
        return false;
    }

    private boolean isDirect() {
        return crossing.originCountry().equals("US") || crossing.originCountry().equals("MX");
    }

    /** The carrier and every importer of the load, each in the part that the benefit knows. */
    private void addTraders(List<Finding> findings, BenefitRule rule, long millis) {
        if (rule.lines().containsKey(Role.CARRIER)) {
            var code = crossing.carrierCode();
            for (var reason : knowledge.party(Scheme.CARRIER_CODE, code, millis).reasons(rule, Role.CARRIER, millis)) {
                findings.add(new Finding(reason, About.CARRIER, code));
            }
        }
        if (rule.lines().containsKey(Role.IMPORTER)) {
            for (var account : crossing.importers()) {
                for (var reason : knowledge.party(Scheme.BN15, account, millis).reasons(rule, Role.IMPORTER, millis)) {
                    findings.add(new Finding(reason, About.IMPORTER, account));
                }
            }
        }
    }

    private void addDriver(List<Finding> findings, BenefitRule rule, long millis) {
        var card = crossing.driverCard();
        if (rule.conditions().contains(Condition.DRIVER_CARD)) {
            var standing = card == null ? Reason.DRIVER_CHECKED_AT_BOOTH : knowledge.card(card, millis);
            findings.add(new Finding(standing, About.DRIVER, card));
        }
    }
}
