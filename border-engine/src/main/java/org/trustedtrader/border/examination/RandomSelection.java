package org.trustedtrader.border.examination;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Tier;

/**
 * A draw that waits for the decision's id.
 *
 * @param tier whose rate it is; null for everybody who has no reduced rate
 */
public record RandomSelection(
        ExaminationKey key, double rate, @Nullable Tier tier) {

    public String keyId() {
        return key.id();
    }

    /** The same for the same id, whenever it is asked. */
    public Examination of(String decisionId) {
        return new Examination(key.number(decisionId) < rate, rate, tier, key.id());
    }
}
