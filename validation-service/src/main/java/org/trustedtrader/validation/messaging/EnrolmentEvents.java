package org.trustedtrader.validation.messaging;

import static org.trustedtrader.validation.messaging.EventPayloads.required;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import org.trustedtrader.validation.clients.CompanyResponse;
import org.trustedtrader.validation.visit.ApplicationProjection;
import org.trustedtrader.validation.visit.EndVisits;
import org.trustedtrader.validation.visit.FollowSites;
import org.trustedtrader.validation.visit.Site;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consumes companies and applications: an application that ended cancels its visits, and a site that is taken out of a
 * company's record is noted in the visits to it.
 */
@Configuration(proxyBeanMethods = false)
class EnrolmentEvents {

    private final ApplicationProjection applications;
    private final EndVisits endVisits;
    private final FollowSites followSites;
    private final JsonMapper json;

    EnrolmentEvents(ApplicationProjection applications, EndVisits endVisits, FollowSites followSites, JsonMapper json) {
        this.applications = applications;
        this.endVisits = endVisits;
        this.followSites = followSites;
        this.json = json;
    }

    @Bean
    Subscription companies() {
        return Subscription.from("enrolment").of("company").handledBy(this::company);
    }

    @Bean
    Subscription applications() {
        return Subscription.from("enrolment").of("application").handledBy(this::application);
    }

    void company(Event event) {
        followSites.take(event.aggregateId(), event.version(), sites(event));
    }

    private List<Site> sites(Event event) {
        try {
            return EventPayloads.read(json, event, CompanyResponse.class)
                    .about(event.aggregateId())
                    .sites();
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            throw new UnprocessableEventException("The data is no company with its sites: " + e.getMessage());
        }
    }

    void application(Event event) {
        var payload = EventPayloads.read(json, event, ApplicationPayload.class);
        var state = payload.requiredState();
        if (applications.keepApplication(event.aggregateId(), event.version(), state, payload.company())) {
            applications
                    .ending(event.aggregateId())
                    .ifPresent(end -> endVisits.ofApplication(event.aggregateId(), end));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ApplicationPayload(
            @Nullable String company, @Nullable String state) {

        String requiredState() {
            return required("state", state);
        }
    }
}
