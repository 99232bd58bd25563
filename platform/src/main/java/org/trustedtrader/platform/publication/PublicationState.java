package org.trustedtrader.platform.publication;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PROPOSED → PUBLISHED or WITHDRAWN; both are final. Whether a published version is in force follows from its date.
 * NOT_UNDERSTOOD stands for a stored state that this program does not know: nothing can be done with such a version.
 */
public enum PublicationState {
    PROPOSED,
    PUBLISHED,
    WITHDRAWN,
    NOT_UNDERSTOOD;

    /** @param name as it is stored */
    public static PublicationState of(@Nullable String name) {
        return Stream.of(values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(NOT_UNDERSTOOD);
    }
}
