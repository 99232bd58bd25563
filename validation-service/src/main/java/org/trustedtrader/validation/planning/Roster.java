package org.trustedtrader.validation.planning;

import java.util.List;
import java.util.Optional;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.validation.visit.SlotPolicy.Objection;
import org.trustedtrader.validation.visit.Validators;

/** The field officers. */
public record Roster(List<Officer> officers) implements Validators {

    public Roster {
        officers = List.copyOf(officers);
        long distinct = officers.stream().map(Officer::actor).distinct().count();
        if (distinct < officers.size()) {
            throw new IllegalArgumentException("The roster names an officer twice");
        }
    }

    /** An officer on the roster without a declared tie to the company. The tie itself is not told. */
    @Override
    public Optional<Objection> objection(String officer, String company) {
        var known = find(officer);
        if (known.isEmpty()) {
            return Optional.of(new Objection("officer-not-on-roster", Message.of("validation.slot.officer-unknown")));
        }
        return known.get()
                .conflictWith(company)
                .map(tie -> new Objection("conflict-of-interest", Message.of("validation.slot.conflict-of-interest")));
    }

    public Optional<Officer> find(String actor) {
        return officers.stream()
                .filter(officer -> officer.actor().equals(actor))
                .findFirst();
    }
}
