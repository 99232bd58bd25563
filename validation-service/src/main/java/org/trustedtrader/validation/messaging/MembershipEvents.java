package org.trustedtrader.validation.messaging;

import static org.trustedtrader.validation.messaging.EventPayloads.required;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.validation.visit.MakeRevalidationVisitsDue;
import org.trustedtrader.validation.visit.MembershipProjection;
import org.trustedtrader.validation.visit.MembershipProjection.Member;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consumes memberships: a revalidation makes visits due, the end of it or of the membership cancels them, and the plan counts
 * members.
 */
@Configuration(proxyBeanMethods = false)
class MembershipEvents {

    /** The second reading brings the revalidations that were open before this service knew of them. */
    private static final int READING = 2;

    private final MembershipProjection memberships;
    private final MakeRevalidationVisitsDue revalidationVisits;
    private final JsonMapper json;

    MembershipEvents(
            MembershipProjection memberships, MakeRevalidationVisitsDue revalidationVisits, JsonMapper json) {
        this.memberships = memberships;
        this.revalidationVisits = revalidationVisits;
        this.json = json;
    }

    @Bean
    Subscription membershipChanges() {
        return Subscription.from("enrolment")
                .of("membership")
                .handledBy(this::membership)
                .reading(READING);
    }

    void membership(Event event) {
        var member = EventPayloads.read(json, event, MembershipPayload.class).member();
        if (memberships.keep(event.aggregateId(), event.version(), member)) {
            revalidationVisits.follow(event.aggregateId());
        }
    }

    /** @param revalidationOpenedAt while a revalidation is open */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MembershipPayload(
            @Nullable String company,
            @Nullable String state,
            @Nullable LocalDate revalidationDueOn,
            @Nullable Instant revalidationOpenedAt) {

        Member member() {
            return new Member(company, required("state", state), revalidationDueOn, revalidationOpenedAt);
        }
    }
}
