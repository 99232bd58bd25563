package org.trustedtrader.border.trader;

import java.util.function.Consumer;

/** Everything that was ever heard, append-only. */
public interface KnownStates {

    /** Adds a state durably; one that is there already stays as it is. */
    void append(Known known);

    /** Hands out all states, in no particular order. */
    void forEach(Consumer<Known> consumer);
}
