package org.trustedtrader.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.VisitReport;
import org.trustedtrader.platform.event.Event;

/** What is read of a visit's event; a visit that belongs to no application has no application id. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VisitAnnounced(
        String visitId,
        @Nullable String applicationId,
        String state,
        VisitReport.@Nullable Outcome outcome,
        Set<String> validators) {

    VisitReport report(Event event) {
        return new VisitReport(visitId, event.version(), event.time(), state.equals("CLOSED"), outcome, validators);
    }
}
