package org.trustedtrader.validation.visit;

import java.util.Optional;

/** Nobody becomes a member without an officer having been there. */
public final class InitialVisitsAreMadeOnSite implements SlotRule {

    @Override
    public Optional<Objection> objection(SlotQuestion question) {
        return question.type() == VisitType.INITIAL && question.mode() == VisitMode.VIRTUAL
                ? Optional.of(new Objection("initial-visit-on-site", "An initial visit cannot be virtual."))
                : Optional.empty();
    }
}
