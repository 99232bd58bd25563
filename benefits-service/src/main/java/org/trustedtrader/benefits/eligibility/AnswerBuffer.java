package org.trustedtrader.benefits.eligibility;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.decision.entry.EntryOutput;
import org.trustedtrader.border.json.JsonBuffer;
import org.trustedtrader.border.memory.BatchLookup;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.trader.Scheme;

/** What an answer is written on, to be used again for the next one. One thread's own. */
public final class AnswerBuffer {

    private static final int USUAL_ANSWER = 4_096;
    private static final int USUAL_ENTRY = 512;

    /** How many traders are looked up together: their places in memory are then fetched side by side. */
    static final int AT_ONCE = 32;

    private final JsonBuffer json = new JsonBuffer(USUAL_ANSWER);
    final EntryOutput items = new EntryOutput(USUAL_ENTRY);
    final EntryOutput entry = new EntryOutput(USUAL_ENTRY);
    final BatchLookup lookups = new BatchLookup(AT_ONCE);
    final @Nullable Scheme[] schemes = new Scheme[AT_ONCE];
    final int[] places = new int[AT_ONCE];
    final long[] reasons = new long[Benefit.COUNT];

    /** Where in the answer the decision's id belongs. */
    int idAt;

    /** The answer. */
    public JsonBuffer json() {
        return json;
    }

    public void clear() {
        json.clear();
        items.clear();
        entry.clear();
    }
}
