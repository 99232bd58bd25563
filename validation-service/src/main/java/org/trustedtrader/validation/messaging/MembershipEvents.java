package org.trustedtrader.validation.messaging;

import static org.trustedtrader.validation.messaging.EventPayloads.required;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import org.trustedtrader.validation.visit.MakeRevalidationVisitsDue;
import org.trustedtrader.validation.visit.MembershipProjection;
import org.trustedtrader.validation.visit.MembershipProjection.Member;
import org.trustedtrader.validation.visit.RevalidationDuties;
import org.trustedtrader.validation.visit.RevalidationDuties.Duty;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consumes memberships and the obligation to be revalidated: a revalidation makes visits due, its extension moves their due date,
 * the end of it or of the membership cancels them, and the plan counts both.
 */
@Configuration(proxyBeanMethods = false)
class MembershipEvents {

    /** The second reading brings the revalidations that were open before this service knew of them. */
    private static final int READING = 2;

    private static final String REVALIDATION = "REVALIDATION";
    private static final String CYCLE = "cycle/";

    private final MembershipProjection memberships;
    private final RevalidationDuties duties;
    private final MakeRevalidationVisitsDue revalidationVisits;
    private final JsonMapper json;

    MembershipEvents(
            MembershipProjection memberships,
            RevalidationDuties duties,
            MakeRevalidationVisitsDue revalidationVisits,
            JsonMapper json) {
        this.memberships = memberships;
        this.duties = duties;
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

    @Bean
    Subscription obligations() {
        return Subscription.from("enrolment").of("obligation").handledBy(this::obligation);
    }

    void obligation(Event event) {
        var payload = EventPayloads.read(json, event, ObligationPayload.class);
        if (REVALIDATION.equals(payload.kind())) {
            var duty = payload.duty();
            if (duties.keep(event.aggregateId(), event.version(), duty)) {
                revalidationVisits.follow(duty.membershipId());
            }
        }
    }

    void membership(Event event) {
        var member = EventPayloads.read(json, event, MembershipPayload.class).member();
        if (memberships.keep(event.aggregateId(), event.version(), member)) {
            revalidationVisits.follow(event.aggregateId());
        }
    }

    /** @param source of a revalidation: the due date of the membership, as {@code cycle/2031-11-23} */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ObligationPayload(
            @Nullable String membershipId,
            @Nullable String kind,
            @Nullable String source,
            @Nullable String turn,
            @Nullable String state,
            @Nullable LocalDate dueOn) {

        Duty duty() {
            if (dueOn == null) {
                throw new UnprocessableEventException("dueOn is missing");
            }
            return new Duty(
                    required("membershipId", membershipId),
                    cycleDueOn(),
                    required("state", state),
                    dueOn,
                    "PROGRAMME".equals(turn));
        }

        private LocalDate cycleDueOn() {
            var cycle = required("source", source);
            try {
                return LocalDate.parse(cycle.startsWith(CYCLE) ? cycle.substring(CYCLE.length()) : cycle);
            } catch (DateTimeException e) {
                throw new UnprocessableEventException("source names no cycle: " + cycle);
            }
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
