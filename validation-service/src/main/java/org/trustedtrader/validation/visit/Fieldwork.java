package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What happened at the site.
 *
 * @param areas empty until the fieldwork is done
 */
public record Fieldwork(Instant startedAt, List<PersonPresent> people, List<AreaRisk> areas) {

    public Fieldwork {
        people = List.copyOf(people);
        areas = List.copyOf(areas);
    }

    static Fieldwork begun(Instant at, List<PersonPresent> people) {
        return new Fieldwork(at, people, List.of());
    }

    Fieldwork assessed(List<AreaRisk> newAreas) {
        return new Fieldwork(startedAt, people, newAreas);
    }

    /** A site is as risky as its worst area, never the average. */
    public Optional<RiskLevel> overallRisk() {
        return areas.stream().map(AreaRisk::level).max(Comparator.naturalOrder());
    }
}
