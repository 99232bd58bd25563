package org.trustedtrader.benefits.decision;

import java.util.Optional;

/** Every answer that was given, append-only. */
public interface Journal {

    /**
     * Gives the answer its id and records it. It survives the death of this process when this returns; only then may it be
     * given. Waits for nobody: if it cannot be recorded now it is refused.
     */
    JournalEntry append(PendingDecision decision);

    /**
     * The same for a caller that answers without records and wrote the entry as bytes, as {@code EligibilityForm} has them.
     *
     * @param length how many of the bytes count
     */
    DecisionId append(byte[] entry, int length);

    /** @param id any text; only the written form of an id that was given finds something */
    Optional<JournalEntry> find(String id);

    /** Whether appending may keep the caller waiting for somebody else; an event loop must not wait. */
    default boolean waits() {
        return false;
    }
}
