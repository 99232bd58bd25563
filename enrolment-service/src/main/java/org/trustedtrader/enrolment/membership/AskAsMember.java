package org.trustedtrader.enrolment.membership;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Command;

/** What a member may ask for itself: to appeal a cancellation, or to leave. */
public final class AskAsMember {

    private final Memberships memberships;
    private final Clock clock;

    public AskAsMember(Memberships memberships, Clock clock) {
        this.memberships = memberships;
        this.clock = clock;
    }

    public Membership appeal(String id, String grounds, Command command) {
        return memberships.change(id, command, m -> m.appeal(grounds, command.actor(), clock.instant()));
    }

    public Membership withdraw(String id, String reason, Command command) {
        return memberships.change(id, command, m -> m.withdraw(reason, command.actor(), clock.instant()));
    }
}
