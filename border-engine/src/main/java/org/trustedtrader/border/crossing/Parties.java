package org.trustedtrader.border.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Card;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;

/** All parties that take part in a crossing, looked up once for all benefits. */
record Parties(
        Party carrier, List<Party> importers, @Nullable Card driver) {

    static Parties of(Crossing crossing, Status status) {
        var millis = crossing.at().toEpochMilli();
        List<Party> importers = new ArrayList<>(crossing.importers().size());
        for (var importer : crossing.importers()) {
            importers.add(party(Scheme.BN15, importer, status, millis));
        }
        var card = crossing.driverCard();
        return new Parties(
                party(Scheme.CARRIER_CODE, crossing.carrierCode(), status, millis),
                importers,
                card == null ? null : card(card, status, millis));
    }

    long until() {
        var until = carrier.until();
        for (var importer : importers) {
            until = Math.min(until, importer.until());
        }
        return driver == null ? until : Math.min(until, driver.until());
    }

    /** Among those whom the benefit asks about, all of whom have it. */
    @Nullable
    Tier lowestTier(BenefitRule rule, Mode mode) {
        @Nullable Tier lowest = null;
        if (rule.asks(Role.CARRIER)) {
            lowest = carrier.tier(rule.benefit(), Role.CARRIER, mode);
        }
        if (rule.asks(Role.IMPORTER)) {
            for (var importer : importers) {
                var tier = importer.tier(rule.benefit(), Role.IMPORTER, mode);
                lowest = lowest == null || tier != null && lowest.reaches(tier) ? tier : lowest;
            }
        }
        return lowest;
    }

    void versionsInto(Map<String, Long> versions) {
        versions.putAll(carrier.versions());
        importers.forEach(importer -> versions.putAll(importer.versions()));
        if (driver != null) {
            versions.putAll(driver.versions());
        }
    }

    private static Party party(Scheme scheme, String id, Status status, long millis) {
        return scheme.admits(id) ? status.party(new Identifier(scheme, id), millis) : Party.MALFORMED;
    }

    private static Card card(String number, Status status, long millis) {
        return Scheme.DRIVER_CARD.admits(number) ? status.card(number, millis) : Card.MALFORMED;
    }
}
