package org.trustedtrader.assessment.supplychain;

import static org.trustedtrader.assessment.criteria.Category.AGRICULTURAL;
import static org.trustedtrader.assessment.criteria.Category.CONVEYANCES;
import static org.trustedtrader.assessment.criteria.Category.PHYSICAL_ACCESS;
import static org.trustedtrader.assessment.criteria.Category.PHYSICAL_SECURITY;
import static org.trustedtrader.assessment.criteria.Category.SEALS;

import java.util.Set;
import org.trustedtrader.assessment.criteria.Category;

/** How goods move, or that they rest, on a leg; it decides which weaknesses can be exploited there. */
public enum TransportMode {
    ROAD(CONVEYANCES, SEALS, AGRICULTURAL),
    RAIL(CONVEYANCES, SEALS, AGRICULTURAL),
    MARINE(CONVEYANCES, SEALS, AGRICULTURAL),
    AIR(CONVEYANCES),
    STORAGE(PHYSICAL_SECURITY, PHYSICAL_ACCESS, AGRICULTURAL);

    private final Set<Category> exposed;

    TransportMode(Category... exposed) {
        this.exposed = Set.of(exposed);
    }

    Set<Category> exposed() {
        return exposed;
    }
}
