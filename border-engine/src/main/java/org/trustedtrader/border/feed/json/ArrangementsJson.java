package org.trustedtrader.border.feed.json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trustedtrader.border.feed.Change;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.recognition.Arrangement;

/** @param partners one for each arrangement */
record ArrangementsJson(List<ArrangementJson> partners) {

    static final String KIND = "ARRANGEMENTS";

    /** @param benefits by line of business */
    record ArrangementJson(String partner, Instant inForce, long staleAfterMillis, Map<String, Set<Benefit>> benefits) {

        static ArrangementJson of(Arrangement arrangement) {
            var benefits = new TreeMap<String, Set<Benefit>>();
            arrangement.benefits().forEach((line, some) -> benefits.put(line, new TreeSet<>(some)));
            return new ArrangementJson(
                    arrangement.partner(),
                    Instant.ofEpochMilli(arrangement.inForce()),
                    arrangement.staleAfter().toMillis(),
                    benefits);
        }

        Arrangement arrangement() {
            if (partner.isEmpty() || staleAfterMillis <= 0) {
                throw new IllegalArgumentException("The arrangement with " + partner + " cannot be.");
            }
            return new Arrangement(partner, inForce.toEpochMilli(), Duration.ofMillis(staleAfterMillis), benefits);
        }
    }

    static ArrangementsJson of(Change.OfArrangements change) {
        return new ArrangementsJson(
                change.arrangements().stream().map(ArrangementJson::of).toList());
    }

    Change change() {
        var read = partners.stream().map(ArrangementJson::arrangement).toList();
        if (read.stream().map(Arrangement::partner).collect(Collectors.toSet()).size() < read.size()) {
            throw new IllegalArgumentException("There are two arrangements with one partner.");
        }
        return new Change.OfArrangements(read);
    }
}
