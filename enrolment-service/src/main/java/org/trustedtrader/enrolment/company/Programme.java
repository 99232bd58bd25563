package org.trustedtrader.enrolment.company;

import org.trustedtrader.platform.identifier.IdentifierScheme;

/** The programmes and registers whose numbers a company may hold. */
public enum Programme {
    BN15(IdentifierScheme.BN15),
    CSA(IdentifierScheme.CSA),
    CTPAT(IdentifierScheme.CTPAT),
    AEO(IdentifierScheme.AEO),
    TIN(IdentifierScheme.TIN);

    private final IdentifierScheme scheme;

    Programme(IdentifierScheme scheme) {
        this.scheme = scheme;
    }

    IdentifierScheme scheme() {
        return scheme;
    }
}
