package org.trustedtrader.border.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.trustedtrader.border.crossing.CrossingAnswer.BenefitFindings;
import org.trustedtrader.border.crossing.Finding.About;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Condition;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;

/** One benefit at one crossing: collects all that speaks against it, and says why it is granted where nothing does. */
final class BenefitCheck {

    private static final Set<String> DIRECT_ORIGINS = Set.of("US", "MX");
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final BenefitRule rule;
    private final Policy policy;
    private final Crossing crossing;
    private final Parties parties;
    private final List<Finding> findings = new ArrayList<>(4);

    BenefitCheck(BenefitRule rule, Policy policy, Crossing crossing, Parties parties) {
        this.rule = rule;
        this.policy = policy;
        this.crossing = crossing;
        this.parties = parties;
    }

    BenefitFindings findings(boolean stale) {
        if (stale) {
            findings.add(Finding.ofCrossing(Reason.STATUS_STALE));
        }
        if (policy.isUnderstood()) {
            check();
        } else {
            findings.add(Finding.ofCrossing(Reason.POLICY_NOT_UNDERSTOOD));
        }
        var outcome = CrossingRules.outcome(findings);
        if (outcome == Outcome.ELIGIBLE) {
            findings.addFirst(Finding.ofCrossing(Reason.ALL_PARTIES_QUALIFY));
        }
        addNotes();
        return new BenefitFindings(rule.benefit(), outcome, List.copyOf(findings));
    }

    private void check() {
        checkCrossing();
        checkTraders();
        if (rule.conditions().contains(Condition.DRIVER_CARD)) {
            checkDriver();
        }
    }

    private void checkCrossing() {
        require(Condition.HIGHWAY_MODE, crossing.mode() == Mode.HIGHWAY, Reason.MODE_NOT_HIGHWAY);
        require(Condition.FAST_PORT, hasFastLane(), Reason.PORT_NOT_FAST);
        require(Condition.INTO_CANADA, crossing.direction() == Direction.INTO_CANADA, Reason.NOT_INTO_CANADA);
        require(
                Condition.DIRECT_FROM_US_OR_MEXICO,
                DIRECT_ORIGINS.contains(crossing.originCountry()),
                Reason.ORIGIN_NOT_US_OR_MEXICO);
        require(Condition.NO_REGULATED_GOODS, !crossing.regulated(), Reason.GOODS_REGULATED);
        refuseIf(!portHandlesIt(), Reason.PORT_DOES_NOT_FIT);
        refuseIf(!COUNTRIES.contains(crossing.originCountry()), Reason.ORIGIN_UNKNOWN);
        refuseIf(crossing.isEmptyConveyance() && dependsOnGoods(), Reason.IMPORTER_MISSING);
        refuseIf(crossing.seal() == Crossing.Seal.BROKEN, Reason.SEAL_BROKEN);
    }

    private void refuseIf(boolean contradiction, Reason reason) {
        if (contradiction) {
            findings.add(Finding.ofCrossing(reason));
        }
    }

    /** Ports that the policy does not name are not known well enough to refuse anything. */
    private boolean portHandlesIt() {
        var port = policy.port(crossing.port());
        return port == null || port.handles(crossing.mode(), crossing.direction());
    }

    /** An empty conveyance releases no goods, carries no regulated ones, and gives nothing of which only importers are asked. */
    private boolean dependsOnGoods() {
        return rule.benefit().releasesGoods() || crossing.regulated() || !rule.asks(Role.CARRIER);
    }

    private void addNotes() {
        if (crossing.isEmptyConveyance()) {
            findings.add(Finding.ofCrossing(Reason.EMPTY_CONVEYANCE));
        }
        switch (crossing.seal()) {
            case NONE -> findings.add(Finding.ofCrossing(Reason.SEAL_MISSING));
            case NOT_REPORTED -> findings.add(Finding.ofCrossing(Reason.SEAL_NOT_REPORTED));
            case INTACT, BROKEN -> {}
        }
    }

    private void require(Condition condition, boolean met, Reason otherwise) {
        if (!met && rule.conditions().contains(condition)) {
            findings.add(Finding.ofCrossing(otherwise));
        }
    }

    private boolean hasFastLane() {
        var port = policy.port(crossing.port());
        return port != null
                && port.fastLane()
                && port.mode() == crossing.mode()
                && port.direction() == crossing.direction();
    }

    private void checkTraders() {
        if (rule.asks(Role.CARRIER)) {
            add(
                    parties.carrier().reasons(rule.benefit(), Role.CARRIER, crossing.mode()),
                    About.CARRIER,
                    crossing.carrierCode());
        }
        if (rule.asks(Role.IMPORTER)) {
            for (int i = 0; i < parties.importers().size(); i++) {
                add(
                        parties.importers().get(i).reasons(rule.benefit(), Role.IMPORTER, crossing.mode()),
                        About.IMPORTER,
                        crossing.importers().get(i));
            }
        }
    }

    private void checkDriver() {
        var card = parties.driver();
        if (card == null) {
            findings.add(new Finding(Reason.DRIVER_CHECKED_AT_BOOTH, About.DRIVER, null));
        } else {
            findings.add(new Finding(card.standing(), About.DRIVER, crossing.driverCard()));
        }
    }

    private void add(long reasons, About about, String identifier) {
        for (long rest = reasons; rest != 0; rest &= rest - 1) {
            findings.add(new Finding(Reason.lowest(rest), about, identifier));
        }
    }
}
