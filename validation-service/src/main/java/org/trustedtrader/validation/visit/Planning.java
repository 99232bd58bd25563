package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.trustedtrader.platform.refusal.Refusal;

/** What planning goes by: the policy's numbers and the rules for slots. */
public record Planning(VisitTerms terms, SlotRules rules) {

    void mustAllowOffer(Visit visit, Schedule offer, Instant now) {
        var slots = offer.slots();
        if (slots.isEmpty() || slots.size() > terms.mostSlots()) {
            throw new Refusal.InvalidInput("slots", "must be 1 to " + terms.mostSlots());
        }
        if (Set.copyOf(slots).size() < slots.size()) {
            throw new Refusal.InvalidInput("slots", "must differ");
        }
        rules.mustAllow(questions(visit, offer, slots, now));
    }

    /** @param number of an offered slot, from 1 */
    void mustAllowSlot(Visit visit, int number, Instant now) {
        var schedule = visit.file().schedule();
        var slot = schedule.slot(number)
                .orElseThrow(() -> new Refusal.InvalidInput(
                        "slot", "must be 1 to " + schedule.slots().size()));
        rules.mustAllow(questions(visit, schedule, List.of(slot), now));
    }

    private static List<SlotQuestion> questions(Visit visit, Schedule schedule, List<Slot> slots, Instant now) {
        var origin = visit.file().origin();
        var mode = Objects.requireNonNull(schedule.mode());
        var site = Objects.requireNonNull(schedule.site());
        return slots.stream()
                .map(slot -> new SlotQuestion(visit.id(), origin.company(), origin.type(), mode, site, slot, now))
                .toList();
    }
}
