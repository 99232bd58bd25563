package org.trustedtrader.validation.visit;

import java.util.Optional;

/** A visit is satisfactory only once every required action is resolved. */
final class NoRequiredActionOpen implements ClosingRule {

    @Override
    public Optional<Objection> objection(Closing closing) {
        long open = closing.visit().findings().unresolvedActions();
        return closing.outcome() == Outcome.UNSATISFACTORY || open == 0
                ? Optional.empty()
                : Optional.of(new Objection(
                        "required-action-open",
                        "Findings that require an action are unresolved: " + open
                                + ". Resolve them, or close the visit as UNSATISFACTORY."));
    }
}
