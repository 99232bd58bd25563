package org.trustedtrader.bench.subject;

import java.time.Duration;

/**
 * How long and how much.
 *
 * @param rounds  how often everything is measured, one after the other
 * @param phase   how long each phase of a measurement takes
 * @param warmUp  how long a server is asked at a time before it counts, until it gets no faster
 * @param traders in the engine's and in the service's memory
 * @param stored  in the database of the naive peer
 * @param record  whether our programs' starts are recorded before they are measured
 */
public record Plan(int rounds, Duration phase, Duration warmUp, int traders, int stored, boolean record) {

    /** The share of traders that changes each minute. */
    public static final double CHANGING = 0.01;

    private static final int MINUTES_UNTIL_AGAIN = 5;

    /** How many traders change; each of them every few minutes. */
    public int changing() {
        return (int) Math.max(1, traders * CHANGING * MINUTES_UNTIL_AGAIN);
    }
}
