package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.util.List;
import org.trustedtrader.platform.message.Message;

/** Decides whether an officer can visit a site at a time: the roster, the calendar and the site's hours lie behind it. */
@FunctionalInterface
public interface SlotPolicy {

    /** Every rule that speaks against the slot, in the order in which refusals list them; empty if it may be offered. */
    List<Objection> objections(Question question);

    /** May this slot be offered, or agreed on, as things stand now (programme time)? */
    record Question(
            String visitId, String company, Visit.Type type, Schedule.Mode mode, Site site, Slot slot, Instant now) {}

    /**
     * Why a rule says no.
     *
     * @param rule   stable kebab-case name, which also names the problem that the caller gets
     * @param reason a sentence for the person who asked
     */
    record Objection(String rule, Message reason) {}
}
