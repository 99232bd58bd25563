package org.trustedtrader.enrolment.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.trustedtrader.platform.aggregate.Actor;

/** What dates bring about by themselves: revalidations fall due, cancellations become final. */
public final class KeepMembershipsCurrent {

    private static final Actor PLATFORM = Actor.service("enrolment");
    private static final int AT_ONCE = 500;

    private final Memberships memberships;
    private final Clock clock;

    public KeepMembershipsCurrent(Memberships memberships, Clock clock) {
        this.memberships = memberships;
        this.clock = clock;
    }

    public void now() {
        var now = clock.instant();
        memberships
                .dueForRevalidation(LocalDate.ofInstant(now, ZoneOffset.UTC), AT_ONCE)
                .forEach(id -> memberships.react(id, m -> m.fallDue(PLATFORM, now)));
        memberships
                .appealPeriodOver(now, AT_ONCE)
                .forEach(id -> memberships.react(id, m -> m.closeAppealPeriod(PLATFORM, now)));
    }
}
