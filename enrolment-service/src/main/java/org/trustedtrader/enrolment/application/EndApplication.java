package org.trustedtrader.enrolment.application;

import java.time.Clock;
import java.util.function.Supplier;
import org.trustedtrader.platform.aggregate.Actor;

/** Ends what an application led to, when its company stays silent or its membership is over. Safe to repeat. */
public final class EndApplication {

    private static final Actor PLATFORM = Actor.service("enrolment");

    private final MembershipApplications applications;
    private final FollowReview follow;
    private final Supplier<ReapplicationPolicy> policy;
    private final Clock clock;

    public EndApplication(
            MembershipApplications applications,
            FollowReview follow,
            Supplier<ReapplicationPolicy> policy,
            Clock clock) {
        this.applications = applications;
        this.follow = follow;
        this.policy = policy;
        this.clock = clock;
    }

    /** Takes in the newest reports first: they may have passed the turn to the programme. */
    public void unanswered(String applicationId) {
        follow.advance(applicationId);
        applications.react(applicationId, a -> a.endUnanswered(policy.get(), PLATFORM, clock.instant()));
    }

    public void membershipOver(String applicationId, boolean cancelled) {
        applications.react(
                applicationId, a -> a.noteMembershipEnded(cancelled, policy.get(), PLATFORM, clock.instant()));
        applications
                .openVariationOf(applicationId)
                .ifPresent(id -> applications.react(id, a -> a.endWithMembership(PLATFORM, clock.instant())));
    }
}
