package org.trustedtrader.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.Membership;

/** What is read of this service's own announcement of an application. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OwnApplication(String company, Set<LineOfBusiness> linesOfBusiness, ApplicationState state) {

    boolean approved() {
        return state == ApplicationState.APPROVED;
    }

    Membership.Approved terms() {
        return new Membership.Approved(company, linesOfBusiness);
    }
}
