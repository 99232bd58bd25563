package org.trustedtrader.benefits.consent;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the partner may see the company's status, if it consented too. NOT_UNDERSTOOD stands for a stored state that this
 * program does not know: nothing is shown by it, and nothing can be done with it.
 */
public enum ConsentState {
    GIVEN,
    WITHDRAWN,
    NOT_UNDERSTOOD;

    /** @param name as it is stored */
    public static ConsentState of(@Nullable String name) {
        return Stream.of(values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(NOT_UNDERSTOOD);
    }
}
