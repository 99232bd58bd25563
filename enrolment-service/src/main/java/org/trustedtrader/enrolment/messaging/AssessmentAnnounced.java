package org.trustedtrader.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.AssessmentReport;
import org.trustedtrader.enrolment.application.AssessmentReport.RiskRating;

/** What is read of an assessment's event. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AssessmentAnnounced(
        String applicationId,
        String state,
        int answered,
        int total,
        @Nullable RiskRating riskRating,
        int openMustActions,
        Set<String> assessors) {

    AssessmentReport report(long version) {
        return new AssessmentReport(
                version,
                underWay(),
                state.equals("COMPLETED"),
                riskRating,
                openMustActions,
                assessors,
                answered,
                total);
    }

    private boolean underWay() {
        return answered > 0 || Set.of("SUBMITTED", "COMPLETED", "REOPENED").contains(state);
    }
}
