package org.trustedtrader.validation.visit;

import java.util.Optional;

/** A company that fails is told why. */
final class UnsatisfactoryIsExplained implements ClosingRule {

    @Override
    public Optional<Objection> objection(Closing closing) {
        return closing.outcome() == Outcome.UNSATISFACTORY && closing.reason().isBlank()
                ? Optional.of(new Objection("reason-needed", "An UNSATISFACTORY outcome needs a reason."))
                : Optional.empty();
    }
}
