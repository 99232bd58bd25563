package org.trustedtrader.validation.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import org.trustedtrader.validation.visit.RiskLevel;

/** The parts of other services' announcements that are read here. States are text: a new one must not stop the queue. */
final class Announced {

    private Announced() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Application(
            @Nullable String applicationId,
            @Nullable String company,
            @Nullable String state) {

        String requiredState() {
            return required("state", state);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Assessment(
            @Nullable String applicationId,
            @Nullable String company,
            @Nullable String state,
            @Nullable String riskRating) {

        boolean isCompleted() {
            return required("state", state).equals("COMPLETED");
        }

        String requiredApplication() {
            return required("applicationId", applicationId);
        }

        String requiredCompany() {
            return required("company", company);
        }

        RiskLevel requiredRisk() {
            try {
                return RiskLevel.valueOf(required("riskRating", riskRating));
            } catch (IllegalArgumentException e) {
                throw new UnprocessableEventException("riskRating " + riskRating + " is unknown");
            }
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Membership(@Nullable String state, @Nullable LocalDate revalidationDueOn) {

        String requiredState() {
            return required("state", state);
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new UnprocessableEventException(field + " is missing");
        }
        return value;
    }
}
