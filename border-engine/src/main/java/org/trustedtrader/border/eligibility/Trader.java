package org.trustedtrader.border.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Known;

/**
 * One trader's stored states, those heard but not stored yet, and what is answered from both: no more than either grants.
 * Immutable.
 *
 * @param versions the newest versions that the timeline follows from
 */
record Trader(TraderFile stored, List<Known> heard, TraderFile all, Timeline timeline, Map<String, Long> versions) {

    static Trader of(TraderFile stored, List<Known> heard) {
        if (heard.isEmpty()) {
            return new Trader(stored, heard, stored, stored.timeline(), stored.newest());
        }
        var all = stored.with(heard);
        var shown = all.timeline().notBeyond(stored.timeline());
        var versions = shown.same(stored.timeline()) ? stored.newest() : all.newest();
        return new Trader(stored, heard, all, shown, versions);
    }

    Trader hears(Known known) {
        if (heard.contains(known)) {
            return this;
        }
        var more = new ArrayList<>(heard);
        more.add(known);
        return of(stored, more);
    }

    Trader keeps(Known known) {
        return of(
                stored.with(List.of(known)),
                heard.stream().filter(h -> !h.equals(known)).toList());
    }

    Set<Identifier> identifiers() {
        return all.identifiers();
    }

    Party at(long millis) {
        return new Party(timeline.at(millis), versions, timeline.until(millis));
    }

    Trader upTo(Map<String, Long> limits) {
        return of(all.upTo(limits), List.of());
    }
}
