package org.trustedtrader.enrolment.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.trustedtrader.platform.aggregate.SortedSets;

/** The special considerations granted to an application, at most one for each section. */
public record Considerations(List<SpecialConsideration> granted) {

    static final Considerations NONE = new Considerations(List.of());

    public Considerations {
        granted = List.copyOf(granted);
    }

    Considerations plus(SpecialConsideration newer) {
        var all = new ArrayList<>(granted);
        all.removeIf(older -> older.section() == newer.section());
        all.add(newer);
        return new Considerations(all);
    }

    /** Who granted or proposed one. */
    Set<String> officers() {
        return granted.stream()
                .flatMap(one -> Stream.of(one.grantedBy(), one.proposedBy()).filter(Objects::nonNull))
                .collect(SortedSets.toSortedSet());
    }

    Set<Section> exemptedOn(LocalDate day) {
        return granted.stream()
                .filter(consideration -> consideration.coversOn(day))
                .map(SpecialConsideration::section)
                .collect(SortedSets.toSortedSet());
    }
}
