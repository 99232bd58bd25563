package org.trustedtrader.border.examination;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Tier;

/**
 * Whether a crossing is selected for examination.
 *
 * @param rate  at which crossings of this kind are selected, from 0 to 1
 * @param tier  whose rate it is; null for everybody who has no reduced rate
 * @param keyId which secret the draw was made with
 */
public record Examination(
        boolean selected, double rate, @Nullable Tier tier, String keyId) {}
