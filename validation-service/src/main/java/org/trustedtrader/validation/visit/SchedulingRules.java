package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * What an offer, an agreement and a move have to keep. Slots are checked when they are offered, when the company is notified,
 * and again when one is agreed on.
 */
public record SchedulingRules(VisitParameters parameters, SlotPolicy slots) {

    void mustAllowOffer(Visit visit, Schedule offer, Instant now) {
        var offered = offer.slots();
        if (offered.isEmpty() || offered.size() > parameters.mostSlots()) {
            throw new Refusal.InvalidInput("slots", Message.of("validation.slots.number", parameters.mostSlots()));
        }
        if (Set.copyOf(offered).size() < offered.size()) {
            throw new Refusal.InvalidInput("slots", Message.of("validation.slots.same"));
        }
        mustAllow(questions(visit, offer, offered, now));
    }

    /** @param number of an offered slot, from 1 */
    void mustAllowSlot(Visit visit, int number, Instant now) {
        var schedule = visit.snapshot().schedule();
        var slot = schedule.slot(number)
                .orElseThrow(() -> new Refusal.InvalidInput(
                        "slot",
                        Message.of("validation.slot.number", schedule.slots().size())));
        mustAllow(questions(visit, schedule, List.of(slot), now));
    }

    /** An agreed time may be moved, but not for ever, and not by the company at the last moment (days of the site). */
    void mustAllowRescheduling(VisitSnapshot visit, int number, Actor actor, Instant now) {
        var schedule = visit.schedule();
        if (Integer.valueOf(number).equals(schedule.agreed())) {
            throw new Refusal.RuleBroken("slot-agreed-already", Message.of("validation.slot.agreed-already", number));
        }
        if (schedule.reschedules() >= parameters.mostReschedules()) {
            throw new Refusal.RuleBroken(
                    "rescheduled-too-often",
                    Message.of("validation.slot.rescheduled-too-often", parameters.mostReschedules()));
        }
        var start = schedule.agreedSlot().orElseThrow().startsAt();
        long daysLeft =
                ChronoUnit.DAYS.between(visit.site().dateOf(now), visit.site().dateOf(start));
        if (actor.belongsTo(visit.origin().company()) && daysLeft < parameters.rescheduleAheadDays()) {
            throw new Refusal.RuleBroken(
                    "too-late-to-reschedule",
                    Message.of("validation.slot.too-late-to-reschedule", parameters.rescheduleAheadDays()));
        }
    }

    private static List<SlotPolicy.Question> questions(Visit visit, Schedule schedule, List<Slot> slots, Instant now) {
        var origin = visit.snapshot().origin();
        var mode = Objects.requireNonNull(schedule.mode());
        var site = Objects.requireNonNull(schedule.site());
        return slots.stream()
                .map(slot ->
                        new SlotPolicy.Question(visit.id(), origin.company(), origin.type(), mode, site, slot, now))
                .toList();
    }

    /** Refuses unless every slot keeps every rule; the problem is named after the first rule broken and lists all. */
    private void mustAllow(List<SlotPolicy.Question> questions) {
        var objections = new ArrayList<SlotPolicy.Objection>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < questions.size(); i++) {
            for (var objection : slots.objections(questions.get(i))) {
                objections.add(objection);
                violations.add(new Violation("slots[" + i + "]", objection.reason()));
            }
        }
        if (!objections.isEmpty()) {
            var first = objections.getFirst();
            throw new Refusal.RuleBroken(first.rule(), first.reason(), violations);
        }
    }
}
