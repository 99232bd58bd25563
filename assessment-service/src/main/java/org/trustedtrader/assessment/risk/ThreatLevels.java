package org.trustedtrader.assessment.risk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.Threat;
import org.trustedtrader.assessment.supplychain.Place;

/**
 * How strong each threat is in a country or region, from 1 (low) to 3 (high). A region without an entry has its
 * country's levels; a country without one has the default, since nothing is known to its advantage.
 *
 * @param version names the data, so that a rating can be repeated
 * @param places  by {@code CC} or {@code CC-RR}
 */
public record ThreatLevels(String version, String source, int otherwise, Map<String, Map<Threat, Integer>> places) {

    public ThreatLevels {
        check(otherwise, "the default");
        if (version.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("threat levels need a version and a note on their source");
        }
        places.forEach((place, levels) -> {
            if (!place.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
                throw new IllegalArgumentException(place + " is no country or region");
            }
            levels.values().forEach(level -> check(level, place));
        });
        places = Map.copyOf(places);
    }

    private static void check(int level, String place) {
        if (level < 1 || level > 3) {
            throw new IllegalArgumentException("the threat level of " + place + " must be 1 to 3, not " + level);
        }
    }

    /** The strongest threat there; of equally strong ones the first in the order of {@link Threat}. */
    public ThreatFactor strongestIn(Place place) {
        return Arrays.stream(Threat.values())
                .map(threat -> new ThreatFactor(place.code(), threat, level(place, threat)))
                .max(Comparator.comparingInt(ThreatFactor::level)
                        .thenComparing(ThreatFactor::threat, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** These levels, but with one level for every threat in each of the given places: for what-if questions. */
    public ThreatLevels supposing(Map<String, Integer> levels) {
        var supposed = new HashMap<>(places);
        levels.forEach((place, level) -> {
            var all = new HashMap<Threat, Integer>();
            Arrays.stream(Threat.values()).forEach(threat -> all.put(threat, level));
            supposed.put(place, all);
        });
        return new ThreatLevels(version, source, otherwise, supposed);
    }

    private int level(Place place, Threat threat) {
        return Optional.ofNullable(places.get(place.code()))
                .or(() -> Optional.ofNullable(places.get(place.country())))
                .map(levels -> levels.getOrDefault(threat, otherwise))
                .orElse(otherwise);
    }
}
