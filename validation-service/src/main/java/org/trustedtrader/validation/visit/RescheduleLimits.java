package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

/** An agreed time may be moved, but not for ever, and not by the company at the last moment. */
final class RescheduleLimits {

    private RescheduleLimits() {}

    static void check(VisitFile visit, int number, VisitTerms terms, Actor actor, Instant now) {
        var schedule = visit.schedule();
        if (schedule.agreed() != null && schedule.agreed() == number) {
            throw new Refusal.RuleBroken("slot-agreed-already", "Slot " + number + " is the one agreed on.");
        }
        if (schedule.reschedules() >= terms.mostReschedules()) {
            throw new Refusal.RuleBroken(
                    "rescheduled-too-often", "A visit is rescheduled " + terms.mostReschedules() + " times at most.");
        }
        var start = schedule.agreedSlot().orElseThrow().startsAt();
        long daysLeft =
                ChronoUnit.DAYS.between(visit.site().dateOf(now), visit.site().dateOf(start));
        if (actor.belongsTo(visit.origin().company()) && daysLeft < terms.rescheduleAheadDays()) {
            throw new Refusal.RuleBroken(
                    "too-late-to-reschedule",
                    "A company can reschedule until " + terms.rescheduleAheadDays()
                            + " days before the visit; call the validator.");
        }
    }
}
