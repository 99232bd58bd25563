package org.trustedtrader.benefits.recognition;

import java.util.Set;

/** The lines of business in which a company can be a member. */
final class LinesOfBusiness {

    static final Set<String> KNOWN = Set.of(
            "IMPORTER",
            "EXPORTER",
            "MANUFACTURER",
            "HIGHWAY_CARRIER",
            "RAIL_CARRIER",
            "AIR_CARRIER",
            "MARINE_CARRIER",
            "COURIER",
            "CUSTOMS_BROKER",
            "FREIGHT_FORWARDER",
            "SHIPPING_AGENT",
            "WAREHOUSE_OPERATOR");

    private LinesOfBusiness() {}
}
