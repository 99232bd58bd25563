package org.trustedtrader.border.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * At which rate crossings are examined, from 0 to 1. A higher tier is never examined more often than a lower one.
 *
 * @param note  where the rates come from
 * @param none  of everybody who has no reduced rate
 * @param tiers of crossings whose parties all have the reduced rate, by the lowest of their tiers
 */
public record ExaminationRates(String note, double none, Map<Tier, Double> tiers) {

    public ExaminationRates {
        tiers = Map.copyOf(tiers);
        double lower = admitted(none);
        for (var tier : Tier.values()) {
            var rate = tiers.get(tier);
            if (rate == null) {
                throw new IllegalArgumentException("There is no examination rate for tier " + tier + ".");
            }
            if (admitted(rate) > lower) {
                throw new IllegalArgumentException(
                        "Tier " + tier + " would be examined more often than the one below it: " + rate);
            }
            lower = rate;
        }
    }

    /** @param tier null for everybody who has no reduced rate */
    public double of(@Nullable Tier tier) {
        return tier == null ? none : tiers.get(tier);
    }

    private static double admitted(double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("An examination rate is from 0 to 1, not " + rate + ".");
        }
        return rate;
    }
}
