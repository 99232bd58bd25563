package org.trustedtrader.border.feed;

import java.io.UncheckedIOException;

/** Where lines go. */
@FunctionalInterface
public interface LineSink {

    /** @throws UncheckedIOException if nobody takes them any more */
    void accept(byte[] line);
}
