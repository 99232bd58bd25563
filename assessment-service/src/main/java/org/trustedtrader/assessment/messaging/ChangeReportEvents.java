package org.trustedtrader.assessment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.assessment.review.ReassessForChange;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Consumes the change reports of members: one that is decided with REASSESS opens the assessment again. */
@Configuration(proxyBeanMethods = false)
class ChangeReportEvents {

    private final JsonMapper json;
    private final ReassessForChange reassess;

    ChangeReportEvents(JsonMapper json, ReassessForChange reassess) {
        this.json = json;
        this.reassess = reassess;
    }

    @Bean
    Subscription changeReports() {
        return Subscription.from("enrolment").of("change-report").handledBy(this::consume);
    }

    void consume(Event event) {
        var report = parse(event);
        if (report.state().equals("REASSESS")) {
            reassess.after(
                    new ReassessForChange.ChangeDecision(event.aggregateId(), event.version(), report.membershipId()));
        }
    }

    private ChangeReportPayload parse(Event event) {
        try {
            return json.readValue(event.data(), ChangeReportPayload.class);
        } catch (JacksonException e) {
            throw new UnprocessableEventException(
                    "The data of " + event.type() + " cannot be read: " + e.getOriginalMessage());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record ChangeReportPayload(String membershipId, String state) {

        private ChangeReportPayload {
            Objects.requireNonNull(membershipId, "membershipId");
            Objects.requireNonNull(state, "state");
        }
    }
}
