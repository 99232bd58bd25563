package org.trustedtrader.validation.planning;

import java.util.List;
import java.util.Optional;

/** The field officers. */
public record Roster(List<Officer> officers) {

    public Roster {
        officers = List.copyOf(officers);
        long distinct = officers.stream().map(Officer::actor).distinct().count();
        if (distinct < officers.size()) {
            throw new IllegalArgumentException("The roster names an officer twice");
        }
    }

    public Optional<Officer> find(String actor) {
        return officers.stream()
                .filter(officer -> officer.actor().equals(actor))
                .findFirst();
    }
}
