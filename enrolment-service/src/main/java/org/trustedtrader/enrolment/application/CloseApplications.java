package org.trustedtrader.enrolment.application;

import java.time.Clock;
import java.util.List;
import org.trustedtrader.platform.aggregate.Actor;

/** Ends what time or a membership's end has overtaken. */
public final class CloseApplications {

    private static final Actor PLATFORM = Actor.service("enrolment");
    private static final int AT_ONCE = 500;

    private final MembershipApplications applications;
    private final Clock clock;

    public CloseApplications(MembershipApplications applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    /** Ids of some applications whose company let a deadline pass. */
    public List<String> overdue() {
        return applications.overdue(clock.instant(), AT_ONCE);
    }

    public void lapse(String id) {
        applications.react(id, a -> a.lapse(PLATFORM, clock.instant()));
    }

    public void membershipEnded(String applicationId) {
        applications.react(applicationId, a -> a.noteMembershipEnded(PLATFORM, clock.instant()));
    }
}
