package org.trustedtrader.benefits.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.test.TestPolicies;

class VerdictCacheTest {

    private final VerdictCache verdicts = VerdictCache.of(TestPolicies.shipped().at(0), Role.CARRIER, null);

    /** There are more than are kept, so that they share places. */
    @Test
    void nobodyIsGivenWhatWasSaidOfSomebodyElse() {
        var random = new Random(1);
        var all = new long[5_000][];
        Arrays.setAll(all, _ -> random.longs(Benefit.COUNT, 0, 1 << 10).toArray());
        for (int twice = 0; twice < 2; twice++) {
            for (var reasons : all) {
                assertThat(verdicts.of(reasons.clone()).reasons()).isEqualTo(reasons);
            }
        }
    }

    @Test
    void whatIsTheSameIsMadeOnce() {
        var reasons = new long[Benefit.COUNT];
        assertThat(verdicts.of(reasons)).isSameAs(verdicts.of(reasons.clone()));
    }
}
