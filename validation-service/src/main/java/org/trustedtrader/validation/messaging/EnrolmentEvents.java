package org.trustedtrader.validation.messaging;

import static org.trustedtrader.validation.messaging.EventPayloads.required;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.validation.planning.MembershipProjection;
import org.trustedtrader.validation.visit.ApplicationProjection;
import org.trustedtrader.validation.visit.MakeInitialVisitDue;
import tools.jackson.databind.json.JsonMapper;

/** Consumes the events of enrolment: an application that ended cancels its visit; memberships are counted in the plan. */
@Configuration(proxyBeanMethods = false)
class EnrolmentEvents {

    private final ApplicationProjection applications;
    private final MembershipProjection memberships;
    private final MakeInitialVisitDue initialVisits;
    private final JsonMapper json;

    EnrolmentEvents(
            ApplicationProjection applications,
            MembershipProjection memberships,
            MakeInitialVisitDue initialVisits,
            JsonMapper json) {
        this.applications = applications;
        this.memberships = memberships;
        this.initialVisits = initialVisits;
        this.json = json;
    }

    @Bean
    Subscription applications() {
        return Subscription.from("enrolment").of("application").handledBy(this::application);
    }

    @Bean
    Subscription membershipChanges() {
        return Subscription.from("enrolment").of("membership").handledBy(this::membership);
    }

    void application(Event event) {
        var payload = EventPayloads.read(json, event, ApplicationPayload.class);
        var state = payload.requiredState();
        if (applications.keepApplication(event.aggregateId(), event.version(), state, payload.company())) {
            initialVisits.afterApplication(event.aggregateId());
        }
    }

    void membership(Event event) {
        var payload = EventPayloads.read(json, event, MembershipPayload.class);
        if (payload.revalidationDueOn() != null) {
            memberships.keep(
                    event.aggregateId(), event.version(), payload.requiredState(), payload.revalidationDueOn());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ApplicationPayload(
            @Nullable String company, @Nullable String state) {

        String requiredState() {
            return required("state", state);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MembershipPayload(
            @Nullable String state, @Nullable LocalDate revalidationDueOn) {

        String requiredState() {
            return required("state", state);
        }
    }
}
