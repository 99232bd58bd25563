package org.trustedtrader.assessment.risk;

import org.trustedtrader.assessment.criteria.Threat;

/** The strongest threat at one end of a leg, as it was when the leg was rated. */
public record ThreatFactor(String place, Threat threat, int level) {

    String inWords() {
        return place + ": " + threat + " " + level;
    }
}
