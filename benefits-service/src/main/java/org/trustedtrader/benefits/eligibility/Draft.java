package org.trustedtrader.benefits.eligibility;

import org.trustedtrader.benefits.decision.entry.Output;
import org.trustedtrader.border.json.JsonBytes;
import org.trustedtrader.border.memory.Look;
import org.trustedtrader.border.policy.Benefit;

/** What an answer is written on, to be used again for the next one. One thread's own. */
public final class Draft {

    private static final int USUAL_ANSWER = 4_096;
    private static final int USUAL_ENTRY = 512;

    private final JsonBytes json = new JsonBytes(USUAL_ANSWER);
    final Output items = new Output(USUAL_ENTRY);
    final Output entry = new Output(USUAL_ENTRY);
    final Look look = new Look();
    final long[] reasons = new long[Benefit.COUNT];

    /** The answer. */
    public JsonBytes json() {
        return json;
    }

    public void clear() {
        json.clear();
        items.clear();
        entry.clear();
    }
}
