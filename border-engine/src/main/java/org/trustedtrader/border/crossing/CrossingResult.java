package org.trustedtrader.border.crossing;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Tier;

/**
 * An answer, and at which rate the crossing is examined.
 *
 * @param tier the lowest tier among the parties, if the crossing has the reduced examination rate; else null
 * @param rate that of the policy in force, from 0 to 1; 1 if the seal is broken
 */
public record CrossingResult(
        CrossingAnswer answer, @Nullable Tier tier, double rate) {}
