package org.trustedtrader.enrolment.application;

import java.time.Clock;
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

    /** Applications whose company let a deadline pass lapse. */
    public void lapseOverdue() {
        var now = clock.instant();
        applications.overdue(now, AT_ONCE).forEach(id -> applications.react(id, a -> a.lapse(PLATFORM, now)));
    }

    public void membershipEnded(String applicationId) {
        applications.react(applicationId, a -> a.noteMembershipEnded(PLATFORM, clock.instant()));
    }
}
