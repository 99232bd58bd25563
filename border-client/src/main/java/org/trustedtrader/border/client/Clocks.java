package org.trustedtrader.border.client;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * @param wall  the machine's time of day, which may be set
 * @param nanos its monotonic clock, which may not
 */
record Clocks(InstantSource wall, LongSupplier nanos) {

    static final Clocks OF_THE_MACHINE = new Clocks(InstantSource.system(), System::nanoTime);
}
