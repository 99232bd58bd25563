package org.trustedtrader.enrolment.application;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Command;

/** An intake officer looks whether an application is complete, and returns or accepts it. */
public final class CheckAtIntake {

    private final MembershipApplications applications;
    private final Deadlines deadlines;
    private final Clock clock;

    public CheckAtIntake(MembershipApplications applications, Deadlines deadlines, Clock clock) {
        this.applications = applications;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public MembershipApplication start(String id, Command command) {
        return applications.change(id, command, a -> a.startCheck(command.actor(), clock.instant()));
    }

    public MembershipApplication returnIncomplete(String id, String reason, Command command) {
        return applications.change(
                id, command, a -> a.returnIncomplete(reason, deadlines, command.actor(), clock.instant()));
    }

    public MembershipApplication accept(String id, Command command) {
        return applications.change(id, command, a -> a.accept(command.actor(), clock.instant()));
    }
}
