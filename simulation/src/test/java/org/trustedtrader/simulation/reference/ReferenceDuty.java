package org.trustedtrader.simulation.reference;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** What a member has to do by a day. */
final class ReferenceDuty {

    final int graceDays;
    LocalDate dueOn;
    /** What the source of the duty named last. */
    private LocalDate sourceDueOn;

    boolean companyHasTheTurn = true;
    /** Whether the due date is one that an officer granted. */
    boolean granted;

    boolean done;
    boolean waived;
    /** The due dates for which a case was opened that nobody took back. */
    final Set<LocalDate> casesFor = new HashSet<>();

    ReferenceDuty(LocalDate dueOn, int graceDays) {
        this.dueOn = dueOn;
        this.sourceDueOn = dueOn;
        this.graceDays = graceDays;
    }

    boolean pending() {
        return !done && !waived;
    }

    /** The source of the duty names a date. Another one than before counts; one that an officer granted stands as long as it is later and has not passed. */
    boolean reschedule(LocalDate to, LocalDate today) {
        if (to.equals(sourceDueOn)) {
            return false;
        }
        sourceDueOn = to;
        if (granted && dueOn.isAfter(to) && !today.isAfter(dueOn)) {
            return false;
        }
        dueOn = to;
        granted = false;
        return true;
    }

    void grant(LocalDate until) {
        dueOn = until;
        granted = true;
    }

    boolean isOverdue(LocalDate today) {
        return pending() && today.isAfter(dueOn);
    }
}
