package org.trustedtrader.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.FollowFaults;
import org.trustedtrader.enrolment.compliance.FollowOutcomes;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;

/**
 * What an obligation means for a compliance case, and the end of a case for the membership; as events, so that it survives a
 * crash between the two.
 */
@Configuration(proxyBeanMethods = false)
class ComplianceEvents {

    private final FollowFaults faults;
    private final FollowOutcomes outcomes;
    private final EventData data;

    ComplianceEvents(FollowFaults faults, FollowOutcomes outcomes, EventData data) {
        this.faults = faults;
        this.outcomes = outcomes;
        this.data = data;
    }

    @Bean
    Subscription obligationsForCases() {
        return Subscription.from("enrolment").of("obligation").handledBy(this::obligation);
    }

    @Bean
    Subscription casesForMemberships() {
        return Subscription.from("enrolment").of("compliance-case").handledBy(this::complianceCase);
    }

    private void obligation(Event event) {
        faults.obligation(event.aggregateId());
    }

    private void complianceCase(Event event) {
        outcomes.take(data.of(event, CasePayload.class).version(event));
    }

    /**
     * @param outcome        null until the case is decided or lapsed
     * @param benefitsPaused absent in events of the version before
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CasePayload(
            String membershipId,
            String source,
            ReasonCode reasonCode,
            ComplianceCase.State state,
            ComplianceCase.@Nullable Outcome outcome,
            @Nullable LocalDate extendedUntil,
            @Nullable Boolean benefitsPaused,
            @Nullable List<String> officers) {

        FollowOutcomes.CaseVersion version(Event event) {
            return new FollowOutcomes.CaseVersion(
                    event.aggregateId(),
                    event.version(),
                    membershipId,
                    source,
                    reasonCode,
                    state,
                    outcome,
                    extendedUntil,
                    Boolean.TRUE.equals(benefitsPaused),
                    event.actor(),
                    officers == null ? List.of() : officers);
        }
    }
}
