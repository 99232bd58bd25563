package org.trustedtrader.benefits.consent;

import java.util.Map;
import org.trustedtrader.border.monitoring.KnownConsents;

/** Consents as they are known now, from memory, or as they were known once, from their history. */
public final class ConsentKnowledge {

    private final ConsentMemory memory;
    private final Consents consents;

    public ConsentKnowledge(ConsentMemory memory, Consents consents) {
        this.memory = memory;
        this.consents = consents;
    }

    public KnownConsents now() {
        return memory;
    }

    /** Whoever asks waits for the store. @param versions the newest that were known, by subject; of any other consent nothing was known */
    public KnownConsents knownWith(Map<String, Long> versions) {
        return (company, viewer) -> {
            var id = KnownConsents.id(company, viewer);
            long version = versions.getOrDefault(KnownConsents.SUBJECT + id, 0L);
            return version == 0
                    ? KnownConsents.Known.NOTHING
                    : new KnownConsents.Known(version, wasInForce(id, version));
        };
    }

    /** A version that was heard and could not be stored was a withdrawal. */
    private boolean wasInForce(String id, long version) {
        return consents.history(id).stream()
                .anyMatch(entry -> entry.version() == version && entry.to().equals(ConsentState.GIVEN.name()));
    }
}
