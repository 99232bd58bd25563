package org.trustedtrader.benefits.eligibility;

import java.util.Arrays;
import org.trustedtrader.benefits.decision.entry.EligibilityCodec;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.json.EligibilityFragments;
import org.trustedtrader.border.policy.Benefit;

/**
 * What is said of a trader, in every form in which it is said. Many traders share one.
 *
 * @param reasons   by benefit, bits
 * @param seen      all reasons that occur in it
 * @param explained as JSON, each reason with its texts
 * @param coded     as JSON, reasons as codes
 * @param entry     as the journal has it
 */
record Verdict(long[] reasons, long seen, byte[] explained, byte[] coded, EligibilityCodec.Verdict entry) {

    static Verdict of(Benefit[] benefits, long[] reasons) {
        long common = -1;
        long seen = 0;
        var outcome = Outcome.INELIGIBLE;
        for (long one : reasons) {
            common &= one;
            seen |= one;
            outcome = outcome.orBetter(Outcome.of(one));
        }
        return new Verdict(
                reasons,
                seen,
                EligibilityFragments.verdict(outcome, common, benefits, reasons, true),
                EligibilityFragments.verdict(outcome, common, benefits, reasons, false),
                EligibilityCodec.Verdict.of(outcome, common, benefits, reasons));
    }

    /** @param all only as many count as there are benefits */
    boolean isOf(long[] all) {
        return Arrays.equals(reasons, 0, reasons.length, all, 0, reasons.length);
    }
}
