package org.trustedtrader.acceptance.journey;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What came of a step: words for a person, figures for a machine. */
record Outcome(String result, Map<String, Object> figures) {

    static Outcome of(String result) {
        return new Outcome(result, Map.of());
    }

    Outcome with(String name, Object figure) {
        var more = new LinkedHashMap<>(figures);
        more.put(name, figure);
        return new Outcome(result, more);
    }

    /** For a consequence that arrives by events: how long it took to be seen. */
    Outcome after(Duration waited) {
        return new Outcome(result + ", seen after " + waited.toMillis() + " ms", figures)
                .with("waitedMillis", waited.toMillis());
    }
}
