package org.trustedtrader.enrolment.company;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a company does in international trade; each line has its own profile and criteria. */
public enum LineOfBusiness {
    IMPORTER,
    EXPORTER,
    HIGHWAY_CARRIER,
    RAIL_CARRIER,
    AIR_CARRIER,
    MARINE_CARRIER,
    /** Enrols as a carrier. */
    COURIER,
    CUSTOMS_BROKER,
    FREIGHT_FORWARDER,
    SHIPPING_AGENT,
    /** A warehouse or a marine terminal. */
    WAREHOUSE_OPERATOR,
    MANUFACTURER;

    /** The same lines, unmodifiable and in their declared order. */
    public static Set<LineOfBusiness> inOrder(Set<LineOfBusiness> lines) {
        return lines.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(lines));
    }

    /** Whether customs must know the company by a carrier code. */
    public boolean carries() {
        return switch (this) {
            case HIGHWAY_CARRIER, RAIL_CARRIER, AIR_CARRIER, MARINE_CARRIER, COURIER -> true;
            default -> false;
        };
    }
}
