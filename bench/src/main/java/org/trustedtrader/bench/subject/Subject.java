package org.trustedtrader.bench.subject;

import org.trustedtrader.bench.result.Sample;

/** One thing that is measured once in every round. What it starts ends with the place that it was given. */
public interface Subject {

    /** By which it is chosen on the command line. */
    String name();

    /**
     * Starts whatever it needs and warms it up.
     *
     * @throws org.trustedtrader.bench.process.Trouble if it cannot be measured on this machine, saying why
     */
    void start();

    Sample measure();

    /** For what leaves the others' servers unfit to be measured: all its rounds come after all of theirs, in this order. */
    default boolean last() {
        return false;
    }

    /** For what does not change from round to round. */
    default boolean once() {
        return false;
    }
}
