package org.trustedtrader.benefits.decision;

import java.util.Optional;

/** Every answer that was given, append-only. */
public interface Journal {

    /** The entry is durable when this returns; only then may the answer be given. */
    void append(JournalEntry entry);

    /** Whether {@link #append} may keep its caller waiting for a disk or another program. */
    default boolean waits() {
        return true;
    }

    Optional<JournalEntry> find(String id);
}
