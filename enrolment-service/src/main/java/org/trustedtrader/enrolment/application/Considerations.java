package org.trustedtrader.enrolment.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    Set<String> grantors() {
        return granted.stream().map(SpecialConsideration::grantedBy).collect(Collectors.toUnmodifiableSet());
    }

    Set<Section> exemptedOn(LocalDate day) {
        return granted.stream()
                .filter(consideration -> consideration.coversOn(day))
                .map(SpecialConsideration::section)
                .collect(Collectors.toUnmodifiableSet());
    }
}
