package org.trustedtrader.benefits.recognition;

import java.util.function.Consumer;

/** The rows of a list, which can be gone through again and again and are never all in memory. */
@FunctionalInterface
public interface RawRows {

    /** @throws org.trustedtrader.platform.refusal.Refusal if the list cannot be read to its end */
    void forEach(Consumer<RawRow> consumer);
}
