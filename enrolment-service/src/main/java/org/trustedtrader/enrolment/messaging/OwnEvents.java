package org.trustedtrader.enrolment.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.application.CloseApplications;
import org.trustedtrader.enrolment.application.FollowReview;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;

/**
 * What one aggregate of this service means for another travels as an event too, so that it survives a crash between the two:
 * an application's change lets its review go on, an approved one starts a membership, a membership's end frees the company.
 */
@Configuration
class OwnEvents {

    private final FollowReview follow;
    private final StartMembership start;
    private final CloseApplications close;
    private final EventData data;

    OwnEvents(FollowReview follow, StartMembership start, CloseApplications close, EventData data) {
        this.follow = follow;
        this.start = start;
        this.close = close;
        this.data = data;
    }

    @Bean
    Subscription applications() {
        return Subscription.from("enrolment").of("application").handledBy(this::application);
    }

    @Bean
    Subscription memberships() {
        return Subscription.from("enrolment").of("membership").handledBy(this::membership);
    }

    private void application(Event event) {
        var application = data.of(event, OwnApplication.class);
        if (application.approved()) {
            start.from(event.aggregateId(), application.terms());
        } else {
            follow.of(event.aggregateId());
        }
    }

    private void membership(Event event) {
        var membership = data.of(event, OwnMembership.class);
        if (membership.state().over()) {
            close.membershipEnded(membership.applicationId());
        }
    }
}
