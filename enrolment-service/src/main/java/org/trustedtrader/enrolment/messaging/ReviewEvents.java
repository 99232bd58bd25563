package org.trustedtrader.enrolment.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.application.FollowReview;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;

/** Hears how the assessment and the validation of applications go. */
@Configuration
class ReviewEvents {

    private final FollowReview follow;
    private final EventData data;

    ReviewEvents(FollowReview follow, EventData data) {
        this.follow = follow;
        this.data = data;
    }

    @Bean
    Subscription assessments() {
        return Subscription.from("assessment").of("assessment").handledBy(this::assessment);
    }

    @Bean
    Subscription visits() {
        return Subscription.from("validation").of("visit").handledBy(this::visit);
    }

    private void assessment(Event event) {
        var announced = data.of(event, AssessmentAnnounced.class);
        follow.heard(announced.applicationId(), announced.report(event.version()));
    }

    private void visit(Event event) {
        var announced = data.of(event, VisitAnnounced.class);
        var applicationId = announced.applicationId();
        if (applicationId != null) {
            follow.heard(applicationId, announced.report(event));
        }
    }
}
