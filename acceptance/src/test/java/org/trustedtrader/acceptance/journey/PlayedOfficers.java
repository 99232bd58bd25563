package org.trustedtrader.acceptance.journey;

import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Callers;

/** Who works for the programme in the play. */
record PlayedOfficers(Api assessor, Api approver, Api manager, Api intelligence) {

    PlayedOfficers(Callers callers) {
        this(
                callers.user("adam.assessor"),
                callers.user("paul.approver"),
                callers.user("pm.morgan"),
                callers.user("iris.intelligence"));
    }
}
