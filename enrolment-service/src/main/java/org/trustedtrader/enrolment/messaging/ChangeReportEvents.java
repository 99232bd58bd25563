package org.trustedtrader.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.changereport.ChangeReport;
import org.trustedtrader.enrolment.changereport.ReportChanges;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.FollowCases;
import org.trustedtrader.enrolment.membership.DecideMembership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.obligation.FollowObligations;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.platform.message.Message;

/**
 * A change of a member's record opens a change report, and its decision takes effect; as events, so that both survive a crash.
 * Assessment and validation carry out what concerns them.
 */
@Configuration(proxyBeanMethods = false)
class ChangeReportEvents {

    /** By name, since events of the version before know states that are gone. */
    private static final Set<String> OVER =
            Set.of(MembershipState.CANCELLED_FINAL.name(), MembershipState.WITHDRAWN.name());

    private final ReportChanges reports;
    private final FollowObligations obligations;
    private final FollowCases cases;
    private final DecideMembership memberships;
    private final EventData data;

    ChangeReportEvents(
            ReportChanges reports,
            FollowObligations obligations,
            FollowCases cases,
            DecideMembership memberships,
            EventData data) {
        this.reports = reports;
        this.obligations = obligations;
        this.cases = cases;
        this.memberships = memberships;
        this.data = data;
    }

    @Bean
    Subscription companiesForChangeReports() {
        return Subscription.from("enrolment")
                .of("company")
                .handledBy(event -> reports.follow(event.aggregateId(), event.version()));
    }

    @Bean
    Subscription changeReports() {
        return Subscription.from("enrolment").of("change-report").handledBy(this::changeReport);
    }

    @Bean
    Subscription membershipsForChangeReports() {
        return Subscription.from("enrolment").of("membership").handledBy(this::membership);
    }

    private void membership(Event event) {
        if (OVER.contains(data.of(event, MembershipPayload.class).state())) {
            reports.closeAll(event.aggregateId());
        }
    }

    private void changeReport(Event event) {
        var payload = data.of(event, ChangeReportPayload.class);
        var decider = new Actor(event.actor(), Set.of(), Optional.empty());
        obligations.follow(payload.membershipId());
        switch (payload.state()) {
            case REVALIDATE ->
                memberships.revalidateForChange(
                        payload.membershipId(), event.aggregateId(), event.version(), decider);
            case NEW_APPLICATION -> cases.open(newEntity(event, payload), decider);
            case REPORTED, TRIAGED, RETURNED, NO_EFFECT, REASSESS, VISIT, VOID -> {}
        }
    }

    /** The company is another one than was approved; what becomes of the membership is for a case to decide. */
    private static FollowCases.Fault newEntity(Event event, ChangeReportPayload payload) {
        var facts = Message.of("enrolment.case.new-entity");
        return new FollowCases.Fault(
                payload.membershipId(),
                ComplianceCase.Trigger.CHANGE_REPORT,
                "change-report/" + event.aggregateId(),
                "decided",
                ReasonCode.CHANGE_OF_ENTITY,
                facts.in(Locale.ENGLISH) + " / " + facts.in(Locale.FRENCH),
                false,
                null,
                payload.since());
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ChangeReportPayload(String membershipId, ChangeReport.State state, Instant since) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MembershipPayload(String state) {}
}
