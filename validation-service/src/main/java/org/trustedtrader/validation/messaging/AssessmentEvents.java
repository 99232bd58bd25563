package org.trustedtrader.validation.messaging;

import static org.trustedtrader.validation.messaging.EventPayloads.required;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import org.trustedtrader.validation.visit.ApplicationProjection;
import org.trustedtrader.validation.visit.ApplicationProjection.CompletedAssessment;
import org.trustedtrader.validation.visit.MakeInitialVisitDue;
import org.trustedtrader.validation.visit.RiskLevel;
import tools.jackson.databind.json.JsonMapper;

/** Consumes the events of assessments: a completed one makes the applicant's first visit due. */
@Configuration(proxyBeanMethods = false)
class AssessmentEvents {

    private final ApplicationProjection applications;
    private final MakeInitialVisitDue initialVisits;
    private final JsonMapper json;

    AssessmentEvents(ApplicationProjection applications, MakeInitialVisitDue initialVisits, JsonMapper json) {
        this.applications = applications;
        this.initialVisits = initialVisits;
        this.json = json;
    }

    @Bean
    Subscription assessments() {
        return Subscription.from("assessment").of("assessment").handledBy(this::assessment);
    }

    void assessment(Event event) {
        var payload = EventPayloads.read(json, event, AssessmentPayload.class);
        if (payload.isCompleted()
                && applications.keepCompletedAssessment(
                        payload.requiredApplicationId(), event.version(), payload.completed())) {
            initialVisits.afterAssessment(payload.requiredApplicationId());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AssessmentPayload(
            @Nullable String applicationId,
            @Nullable String company,
            @Nullable String state,
            @Nullable String riskRating) {

        boolean isCompleted() {
            return required("state", state).equals("COMPLETED");
        }

        String requiredApplicationId() {
            return required("applicationId", applicationId);
        }

        CompletedAssessment completed() {
            return new CompletedAssessment(required("company", company), risk());
        }

        private RiskLevel risk() {
            try {
                return RiskLevel.valueOf(required("riskRating", riskRating));
            } catch (IllegalArgumentException e) {
                throw new UnprocessableEventException("riskRating " + riskRating + " is unknown");
            }
        }
    }
}
