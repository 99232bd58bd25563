package org.trustedtrader.validation.planning;

import java.util.Optional;
import org.trustedtrader.validation.visit.Objection;
import org.trustedtrader.validation.visit.SlotQuestion;
import org.trustedtrader.validation.visit.SlotRule;

/** Nobody visits a company to which they have a declared tie. The tie itself is not told: companies read refusals too. */
record NoConflictOfInterest(Roster roster) implements SlotRule {

    @Override
    public Optional<Objection> objection(SlotQuestion question) {
        return roster.find(question.slot().officer())
                .flatMap(officer -> officer.conflictWith(question.company()))
                .map(conflict -> new Objection(
                        "conflict-of-interest", "The officer has declared a conflict of interest with this company."));
    }
}
