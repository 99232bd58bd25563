package org.trustedtrader.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.changereport.CarryOutDecision;
import org.trustedtrader.enrolment.changereport.ReportChanges;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;

/** A change of a member's record opens a change report, and its decision takes effect; as events, so that both survive a crash. */
@Configuration(proxyBeanMethods = false)
class ChangeReportEvents {

    /** By name, since events of the version before know states that are gone. */
    private static final Set<String> OVER =
            Set.of(MembershipState.CANCELLED_FINAL.name(), MembershipState.WITHDRAWN.name());

    private final ReportChanges reports;
    private final CarryOutDecision decisions;
    private final EventData data;

    ChangeReportEvents(ReportChanges reports, CarryOutDecision decisions, EventData data) {
        this.reports = reports;
        this.decisions = decisions;
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
        return Subscription.from("enrolment")
                .of("change-report")
                .handledBy(event -> decisions.follow(event.aggregateId()));
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

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MembershipPayload(String state) {}
}
