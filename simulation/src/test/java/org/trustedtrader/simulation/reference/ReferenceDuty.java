package org.trustedtrader.simulation.reference;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** What a member has to do by a day. */
final class ReferenceDuty {

    final int graceDays;
    LocalDate dueOn;
    boolean companyHasTheTurn = true;
    boolean done;
    boolean waived;
    /** The due dates for which a case was opened that nobody took back. */
    final Set<LocalDate> casesFor = new HashSet<>();

    ReferenceDuty(LocalDate dueOn, int graceDays) {
        this.dueOn = dueOn;
        this.graceDays = graceDays;
    }

    boolean pending() {
        return !done && !waived;
    }

    boolean isOverdue(LocalDate today) {
        return pending() && today.isAfter(dueOn);
    }
}
