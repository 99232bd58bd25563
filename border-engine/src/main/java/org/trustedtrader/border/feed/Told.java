package org.trustedtrader.border.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.TraderState;

/**
 * What waits to be logged, in order. A trader that was narrowed would have to be looked up whole, which is dear; mostly its
 * state is told a moment later, once it is stored, and takes that place. Not for several threads at once.
 */
final class Told {

    private static final class Place {

        private Supplier<Change> change;
        private final @Nullable String narrowed;

        Place(Supplier<Change> change, @Nullable String narrowed) {
            this.change = change;
            this.narrowed = narrowed;
        }
    }

    private final List<Place> places = new ArrayList<>();
    private final Map<String, Place> narrowed = new HashMap<>();

    /** @return how many places more there are, like the other ones */
    int add(Supplier<Change> change) {
        places.add(new Place(change, null));
        return 1;
    }

    /** @param lookUp not asked if the trader's state is told before it is taken */
    int narrowed(String bn9, Supplier<Change> lookUp) {
        if (narrowed.containsKey(bn9)) {
            return 0;
        }
        var place = new Place(lookUp, bn9);
        narrowed.put(bn9, place);
        places.add(place);
        return 1;
    }

    int changed(TraderState trader) {
        Supplier<Change> change = () -> new Change.OfTrader(trader);
        var place = narrowed.remove(trader.bn9());
        if (place == null) {
            return add(change);
        }
        place.change = change;
        return 0;
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** Whether somebody would have to be looked up. */
    boolean hasNarrowed() {
        return !narrowed.isEmpty();
    }

    List<Supplier<Change>> take(int most) {
        var some = places.subList(0, Math.min(places.size(), most));
        var changes = some.stream().map(place -> place.change).toList();
        some.forEach(place -> narrowed.remove(place.narrowed));
        some.clear();
        return changes;
    }
}
