package org.trustedtrader.validation.planning;

import java.time.LocalDate;
import java.util.List;
import org.trustedtrader.validation.visit.SitePriority;
import org.trustedtrader.validation.visit.Slot;

/**
 * What the system suggests to the validator.
 *
 * @param sites     the company's sites, the one to visit first; the slots are for the first, or for the one asked for
 * @param slots     one a day at most, earliest first
 * @param obstacles why other days and officers were left out, the most frequent first
 */
public record SlotSuggestions(
        String siteId,
        LocalDate earliest,
        LocalDate latest,
        List<SitePriority> sites,
        List<Suggestion> slots,
        List<Obstacle> obstacles) {

    public SlotSuggestions {
        sites = List.copyOf(sites);
        slots = List.copyOf(slots);
        obstacles = List.copyOf(obstacles);
    }

    /** A slot that keeps every rule now, and what speaks for it. */
    public record Suggestion(Slot slot, List<String> reasons) {
        public Suggestion {
            reasons = List.copyOf(reasons);
        }
    }

    /** A rule that ruled slots out, how many, and one of them. */
    public record Obstacle(String rule, int times, String example) {}
}
