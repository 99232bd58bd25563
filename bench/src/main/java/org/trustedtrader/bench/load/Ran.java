package org.trustedtrader.bench.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What came of sending requests for a while.
 *
 * @param answered  with 200
 * @param failed    answered otherwise, or the connection broke
 * @param latencies nanoseconds from the intended time of sending; empty for a closed loop, whose latency says nothing
 */
public record Ran(long answered, long failed, double seconds, Histogram latencies, List<Looked> looked) {

    public double perSecond() {
        return answered / seconds;
    }
}
