package org.trustedtrader.assessment.criteria;

/** What a company does in the supply chain; it decides which criteria apply. A company may have several. */
public enum LineOfBusiness {
    IMPORTER,
    EXPORTER,
    HIGHWAY_CARRIER,
    RAIL_CARRIER,
    AIR_CARRIER,
    MARINE_CARRIER,
    COURIER,
    CUSTOMS_BROKER,
    FREIGHT_FORWARDER,
    SHIPPING_AGENT,
    WAREHOUSE_OPERATOR,
    MANUFACTURER
}
