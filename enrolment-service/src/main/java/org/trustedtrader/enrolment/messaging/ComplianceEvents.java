package org.trustedtrader.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.FollowCases;
import org.trustedtrader.enrolment.membership.DecideMembership;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.obligation.FollowObligations;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.platform.message.Message;

/**
 * What an obligation means for a compliance case, and the end of a case for the membership; as events, so that it survives a
 * crash between the two.
 */
@Configuration(proxyBeanMethods = false)
class ComplianceEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ComplianceEvents.class);
    private static final Actor PLATFORM = Actor.service("enrolment");

    private final FollowObligations obligations;
    private final FollowCases cases;
    private final DecideMembership memberships;
    private final ObligationPolicies policies;
    private final EventData data;

    ComplianceEvents(
            FollowObligations obligations,
            FollowCases cases,
            DecideMembership memberships,
            ObligationPolicies policies,
            EventData data) {
        this.obligations = obligations;
        this.cases = cases;
        this.memberships = memberships;
        this.policies = policies;
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
        var payload = data.of(event, ObligationPayload.class);
        var source = "obligation/" + payload.obligationId();
        switch (payload.state()) {
            case OVERDUE -> overdue(payload, source);
            case MET -> cases.noteCured(source);
            case WAIVED, VOID -> cases.closeAbout(source, "the obligation is " + payload.state());
            case EXTENDED -> cases.closeAbout(source, "a later due date was granted");
            case OPEN -> {}
        }
    }

    private void overdue(ObligationPayload payload, String source) {
        var policy = policies.of(payload.kind());
        if (policy.consequence().opensCase() && payload.turn() == ObligationPolicy.Owner.COMPANY) {
            cases.open(new FollowCases.Fault(
                    payload.membershipId(),
                    ComplianceCase.Trigger.OBLIGATION_OVERDUE,
                    source,
                    payload.dueOn().toString(),
                    ReasonCode.OBLIGATION_OVERDUE,
                    inBothLanguages(Message.of("enrolment.case.overdue", payload.kind(), payload.dueOn())),
                    policy.consequence() == ObligationPolicy.Consequence.CASE_SUSPENSION,
                    policy.graceDays() == 0 ? null : payload.dueOn().plusDays(policy.graceDays()),
                    BusinessCalendar.shipped().endOf(payload.dueOn())));
        } else if (policy.consequence() != ObligationPolicy.Consequence.REMINDER) {
            LOG.error("alarm=obligation-overdue obligation={} turn={}", payload.obligationId(), payload.turn());
        }
    }

    private void complianceCase(Event event) {
        var payload = data.of(event, CasePayload.class);
        var decider = new Actor(event.actor(), Set.of(), Optional.empty());
        var outcome = new Membership.CaseOutcome(
                event.aggregateId(), event.version(), payload.reasonCode(), payload.officersOrNone());
        switch (payload.state()) {
            case LAPSED_TO_DEFAULT -> {
                LOG.warn("alarm=case-lapsed-to-default case={}", event.aggregateId());
                memberships.suspendByCase(payload.membershipId(), outcome, PLATFORM);
            }
            case ESCALATED -> LOG.error("alarm=case-escalated case={}", event.aggregateId());
            case DECIDED -> decided(payload, outcome, decider);
            case OPENED, NOTICE_SERVED, ANSWERED, ANSWER_PERIOD_OVER, VOID -> {}
        }
    }

    private void decided(CasePayload payload, Membership.CaseOutcome outcome, Actor decider) {
        switch (payload.outcome()) {
            case SUSPENSION -> memberships.suspendByCase(payload.membershipId(), outcome, decider);
            case CANCELLATION -> memberships.cancelByCase(payload.membershipId(), outcome, decider);
            case ACTION_PLAN -> memberships.agreeActionPlanByCase(payload.membershipId(), outcome, decider);
            case EXTENSION -> {
                if (payload.extendedUntil() != null && payload.source().startsWith("obligation/")) {
                    obligations.extendByCase(
                            payload.source().substring("obligation/".length()), payload.extendedUntil(), decider);
                }
            }
            case NO_ACTION -> {}
        }
    }

    private static String inBothLanguages(Message message) {
        return message.in(Locale.ENGLISH) + " / " + message.in(Locale.FRENCH);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ObligationPayload(
            String obligationId,
            String membershipId,
            String kind,
            Obligation.State state,
            ObligationPolicy.Owner turn,
            LocalDate dueOn) {}

    /** @param outcome null until the case is decided or lapsed */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CasePayload(
            String membershipId,
            String source,
            ReasonCode reasonCode,
            ComplianceCase.State state,
            ComplianceCase.@Nullable Outcome outcome,
            @Nullable LocalDate extendedUntil,
            @Nullable List<String> officers) {

        /** Events of the version before name nobody. */
        List<String> officersOrNone() {
            return officers == null ? List.of() : officers;
        }
    }
}
