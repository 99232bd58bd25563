package org.trustedtrader.assessment.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.assessment.assessment.FollowApplication;
import org.trustedtrader.assessment.assessment.HeardCompanies;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hears applications, which open and end assessments, and companies, whose sites legs begin and end at. */
@Configuration
class EnrolmentEvents {

    private final JsonMapper json;
    private final FollowApplication applications;
    private final HeardCompanies companies;

    EnrolmentEvents(JsonMapper json, FollowApplication applications, HeardCompanies companies) {
        this.json = json;
        this.applications = applications;
        this.companies = companies;
    }

    @Bean
    Subscription enrolment() {
        return Subscription.from("enrolment").of("application", "company").handledBy(this::hear);
    }

    private void hear(Event event) {
        if (event.aggregate().equals("application")) {
            applications.follow(parse(event, ApplicationAnnounced.class).heard(event));
        } else {
            companies.keepNewest(
                    event.aggregateId(),
                    event.version(),
                    parse(event, CompanyAnnounced.class).places());
        }
    }

    private <T> T parse(Event event, Class<T> type) {
        try {
            return json.readValue(event.data(), type);
        } catch (JacksonException e) {
            throw new UnprocessableEventException(
                    "The data of " + event.type() + " cannot be read: " + e.getOriginalMessage());
        }
    }
}
