package org.trustedtrader.validation.messaging;

import static org.trustedtrader.validation.messaging.EventPayloads.required;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.validation.visit.MakeChangeVisitDue;
import tools.jackson.databind.json.JsonMapper;

/** Consumes the change reports of members: one that is decided with VISIT makes a visit due. */
@Configuration(proxyBeanMethods = false)
class ChangeReportEvents {

    private final MakeChangeVisitDue visits;
    private final JsonMapper json;

    ChangeReportEvents(MakeChangeVisitDue visits, JsonMapper json) {
        this.visits = visits;
        this.json = json;
    }

    @Bean
    Subscription changeReports() {
        return Subscription.from("enrolment").of("change-report").handledBy(this::changeReport);
    }

    void changeReport(Event event) {
        var payload = EventPayloads.read(json, event, ChangeReportPayload.class);
        if (required("state", payload.state()).equals("VISIT")) {
            visits.after(new MakeChangeVisitDue.ChangeDecision(
                    event.aggregateId(),
                    required("membershipId", payload.membershipId()),
                    required("company", payload.company()),
                    required("siteId", payload.siteId())));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ChangeReportPayload(
            @Nullable String membershipId,
            @Nullable String company,
            @Nullable String state,
            @Nullable String siteId) {}
}
