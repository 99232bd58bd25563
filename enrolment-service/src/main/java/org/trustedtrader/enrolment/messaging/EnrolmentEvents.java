package org.trustedtrader.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.annualreview.OpenAnnualReviews;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.EndApplication;
import org.trustedtrader.enrolment.application.FollowReview;
import org.trustedtrader.enrolment.company.KeepIdentifiers;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.compliance.FollowCases;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.enrolment.obligation.FollowObligations;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;

/**
 * What one aggregate of this service means for another travels as an event too, so that it survives a crash between the two:
 * an application's change lets its review go on, an approved one starts a membership, a membership's end frees the company and
 * closes its annual reviews, an annual review is owed until it is accepted,
 * an application that came to nothing ends what its company claimed.
 */
@Configuration(proxyBeanMethods = false)
class EnrolmentEvents {

    private final FollowReview follow;
    private final StartMembership start;
    private final EndApplication end;
    private final FollowObligations obligations;
    private final FollowCases cases;
    private final KeepIdentifiers identifiers;
    private final OpenAnnualReviews reviews;
    private final EventData data;

    EnrolmentEvents(
            FollowReview follow,
            StartMembership start,
            EndApplication end,
            FollowObligations obligations,
            FollowCases cases,
            KeepIdentifiers identifiers,
            OpenAnnualReviews reviews,
            EventData data) {
        this.follow = follow;
        this.start = start;
        this.end = end;
        this.obligations = obligations;
        this.cases = cases;
        this.identifiers = identifiers;
        this.reviews = reviews;
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

    @Bean
    Subscription annualReviews() {
        return Subscription.from("enrolment").of("annual-review").handledBy(this::annualReview);
    }

    private void annualReview(Event event) {
        obligations.follow(data.of(event, AnnualReviewPayload.class).membershipId());
    }

    private void application(Event event) {
        var payload = data.of(event, ApplicationPayload.class);
        if (payload.approved() && payload.variationOf() != null) {
            start.vary(payload.variationOf(), event.aggregateId(), event.version(), payload.linesOfBusiness());
        } else if (payload.approved()) {
            start.from(event.aggregateId(), payload.terms());
        } else {
            follow.advance(event.aggregateId());
        }
        if (payload.state() == ApplicationState.SUBMITTED) {
            identifiers.renewClaims(payload.company());
        } else if (payload.state().endedWithoutMembership()) {
            identifiers.lapseClaims(payload.company());
        }
    }

    private void membership(Event event) {
        var payload = data.of(event, MembershipPayload.class);
        obligations.follow(event.aggregateId());
        if (payload.over()) {
            cases.closeAll(event.aggregateId());
            reviews.closeAll(event.aggregateId());
            end.membershipOver(payload.applicationId(), payload.state().equals(MembershipState.CANCELLED_FINAL.name()));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ApplicationPayload(
            String company,
            Set<LineOfBusiness> linesOfBusiness,
            ApplicationState state,
            @Nullable String variationOf) {

        boolean approved() {
            return state == ApplicationState.APPROVED;
        }

        Membership.Approved terms() {
            return new Membership.Approved(company, linesOfBusiness);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AnnualReviewPayload(String membershipId) {

        AnnualReviewPayload {
            Objects.requireNonNull(membershipId);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MembershipPayload(String applicationId, String state) {

        /** By name, since events of the version before know states that are gone. */
        boolean over() {
            return Set.of(MembershipState.CANCELLED_FINAL.name(), MembershipState.WITHDRAWN.name())
                    .contains(state);
        }
    }
}
