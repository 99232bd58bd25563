package org.trustedtrader.validation.visit;

import java.time.Instant;

/** May this slot be offered, or agreed on, as things stand now (programme time)? */
public record SlotQuestion(
        String visitId, String company, VisitType type, VisitMode mode, Site site, Slot slot, Instant now) {

    public SlotQuestion about(Slot other) {
        return new SlotQuestion(visitId, company, type, mode, site, other, now);
    }
}
