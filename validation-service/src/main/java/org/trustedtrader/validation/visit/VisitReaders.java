package org.trustedtrader.validation.visit;

import java.util.Set;
import org.trustedtrader.platform.aggregate.Actor;

/** Who may know of a visit beside the company: the officers of the programme, and the platform's own services. */
final class VisitReaders {

    private static final Set<String> ROLES = Set.of(
            "validator",
            "assessor",
            "approver",
            "intake-officer",
            "intelligence-officer",
            "auditor",
            "programme-manager",
            "service");

    private VisitReaders() {}

    static boolean include(Actor actor) {
        return actor.roles().stream().anyMatch(ROLES::contains);
    }
}
