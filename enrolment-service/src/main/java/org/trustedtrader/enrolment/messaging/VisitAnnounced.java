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
        @Nullable String company,
        @Nullable String type,
        @Nullable String mode,
        String state,
        VisitReport.@Nullable Outcome outcome,
        Set<String> validators) {

    private static final Set<String> ON_SITE = Set.of("ON_SITE", "HYBRID");

    VisitReport report(Event event) {
        return new VisitReport(
                visitId,
                event.version(),
                event.time(),
                new VisitReport.Subject(company, "INITIAL".equals(type), mode != null && ON_SITE.contains(mode)),
                state.equals("CLOSED"),
                outcome,
                validators);
    }
}
