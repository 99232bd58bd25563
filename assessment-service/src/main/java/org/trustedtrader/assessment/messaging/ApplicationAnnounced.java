package org.trustedtrader.assessment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Set;
import org.trustedtrader.assessment.assessment.ApplicationHeard;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.platform.event.Event;

/** What is read of an application's event. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ApplicationAnnounced(String company, Set<LineOfBusiness> linesOfBusiness, String state) {

    ApplicationAnnounced {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(linesOfBusiness, "linesOfBusiness");
        Objects.requireNonNull(state, "state");
    }

    ApplicationHeard heard(Event event) {
        return new ApplicationHeard(event.aggregateId(), event.version(), company, linesOfBusiness, state);
    }
}
