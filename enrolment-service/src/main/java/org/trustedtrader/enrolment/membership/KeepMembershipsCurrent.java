package org.trustedtrader.enrolment.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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

    /** Ids of some memberships whose revalidation is due. */
    public List<String> dueForRevalidation() {
        return memberships.dueForRevalidation(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), AT_ONCE);
    }

    public void fallDue(String id) {
        memberships.react(id, m -> m.fallDue(PLATFORM, clock.instant()));
    }

    /** Ids of some cancelled memberships whose time to appeal is over. */
    public List<String> appealPeriodOver() {
        return memberships.appealPeriodOver(clock.instant(), AT_ONCE);
    }

    public void closeAppealPeriod(String id) {
        memberships.react(id, m -> m.closeAppealPeriod(PLATFORM, clock.instant()));
    }
}
