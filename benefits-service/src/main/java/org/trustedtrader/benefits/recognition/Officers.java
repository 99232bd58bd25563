package org.trustedtrader.benefits.recognition;

import java.util.Set;
import org.trustedtrader.platform.aggregate.Actor;

/** Those who may see what is exchanged with partners. */
public final class Officers {

    private static final Set<String> ROLES = Set.of(
            "programme-manager",
            "intake-officer",
            "assessor",
            "validator",
            "approver",
            "intelligence-officer",
            "auditor");

    private Officers() {}

    public static boolean have(Actor actor) {
        return ROLES.stream().anyMatch(actor::has);
    }
}
