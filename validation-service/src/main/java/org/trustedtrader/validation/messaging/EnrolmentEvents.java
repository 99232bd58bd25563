package org.trustedtrader.validation.messaging;

import static org.trustedtrader.validation.messaging.EventPayloads.required;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DateTimeException;
import java.time.LocalDate;
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
import org.trustedtrader.validation.visit.MembershipProjection;
import org.trustedtrader.validation.visit.MembershipProjection.Member;
import org.trustedtrader.validation.visit.Site;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consumes the events of enrolment: an application or membership that ended cancels its visits, memberships are counted in
 * the plan, and a site that is taken out of a company's record is noted in the visits to it.
 */
@Configuration(proxyBeanMethods = false)
class EnrolmentEvents {

    private final ApplicationProjection applications;
    private final MembershipProjection memberships;
    private final EndVisits endVisits;
    private final FollowSites followSites;
    private final JsonMapper json;

    EnrolmentEvents(
            ApplicationProjection applications,
            MembershipProjection memberships,
            EndVisits endVisits,
            FollowSites followSites,
            JsonMapper json) {
        this.applications = applications;
        this.memberships = memberships;
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

    @Bean
    Subscription membershipChanges() {
        return Subscription.from("enrolment").of("membership").handledBy(this::membership);
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

    void membership(Event event) {
        var payload = EventPayloads.read(json, event, MembershipPayload.class);
        var member = new Member(payload.company(), payload.requiredState(), payload.revalidationDueOn());
        if (memberships.keep(event.aggregateId(), event.version(), member)) {
            endVisits.ofMembership(event.aggregateId(), member);
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
            @Nullable String company,
            @Nullable String state,
            @Nullable LocalDate revalidationDueOn) {

        String requiredState() {
            return required("state", state);
        }
    }
}
