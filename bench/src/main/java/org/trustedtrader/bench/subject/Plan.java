package org.trustedtrader.bench.subject;

import java.time.Duration;

/**
 * How long and how much.
 *
 * @param rounds  how often everything is measured, one after the other
 * @param phase   how long each phase of a measurement takes
 * @param warmUp  how long a server is asked before it counts
 * @param traders in the engine's memory
 * @param served  in the services' memory
 * @param stored  in the database of the naive peer
 * @param record  whether our programs' starts are recorded before they are measured
 */
public record Plan(int rounds, Duration phase, Duration warmUp, int traders, int served, int stored, boolean record) {}
