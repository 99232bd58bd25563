package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Where, how and when: what is on offer, and what is agreed.
 *
 * @param slots       on offer; slot number n is the n-th, from 1
 * @param agreed      number of the agreed slot, null if none is
 * @param reschedules how often an agreed slot was moved
 */
public record Schedule(
        @Nullable Site site,
        @Nullable Mode mode,
        List<Slot> slots,
        @Nullable Integer agreed,
        int reschedules) {

    public static final Schedule OPEN = new Schedule(null, null, List.of(), null, 0);

    /** How a visit is made. */
    public enum Mode {
        ON_SITE,
        VIRTUAL,
        HYBRID
    }

    public Schedule {
        slots = List.copyOf(slots);
    }

    Schedule offering(Site newSite, Mode newMode, List<Slot> newSlots) {
        return new Schedule(newSite, newMode, newSlots, null, reschedules);
    }

    Schedule agreeingOn(int number) {
        return new Schedule(site, mode, slots, number, reschedules);
    }

    Schedule movedTo(int number) {
        return new Schedule(site, mode, slots, number, reschedules + 1);
    }

    Schedule withoutSlots() {
        return new Schedule(site, mode, List.of(), null, reschedules);
    }

    public Optional<Slot> agreedSlot() {
        return Optional.ofNullable(agreed).flatMap(this::slot);
    }

    Optional<Slot> slot(int number) {
        return number >= 1 && number <= slots.size() ? Optional.of(slots.get(number - 1)) : Optional.empty();
    }

    /** @throws Refusal.RuleBroken before the agreed start */
    void mustHaveBegun(Instant now) {
        var start = agreedSlot().orElseThrow().startsAt();
        if (now.isBefore(start)) {
            throw new Refusal.RuleBroken("visit-not-begun", Message.of("validation.not-begun", start));
        }
    }

    /** The officers who would come, or the one who will. */
    public List<String> officers() {
        return agreedSlot()
                .map(slot -> List.of(slot.officer()))
                .orElseGet(() -> slots.stream().map(Slot::officer).distinct().toList());
    }
}
