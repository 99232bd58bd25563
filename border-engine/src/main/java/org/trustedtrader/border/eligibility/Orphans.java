package org.trustedtrader.border.eligibility;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trustedtrader.border.trader.Known;

/**
 * Unreadable versions of memberships whose company is not known yet. The first version that names the company takes them
 * along, so that a loss heard before everything else is not forgotten. Not thread-safe.
 */
final class Orphans {

    /** By subject, each with whether it is stored. */
    private final Map<String, Map<Known, Boolean>> waiting = new HashMap<>();

    void hear(Known known) {
        ofSubject(known).putIfAbsent(known, false);
    }

    void keep(Known known) {
        ofSubject(known).put(known, true);
    }

    /** The trader with all that waited for it under that subject. */
    Trader join(Trader trader, String subject) {
        var joined = trader;
        var states = waiting.remove(subject);
        if (states != null) {
            for (var state : states.entrySet()) {
                joined = state.getValue() ? joined.keeps(state.getKey()) : joined.hears(state.getKey());
            }
        }
        return joined;
    }

    private Map<Known, Boolean> ofSubject(Known known) {
        return waiting.computeIfAbsent(known.subject(), _ -> new LinkedHashMap<>());
    }
}
