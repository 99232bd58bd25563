package org.trustedtrader.bench.result;

/** What is measured of a subject; microseconds of CPU and latency count per operation, which may be less than a request. */
public enum Metric {
    PER_SECOND,
    CPU_MICROS,
    /** The part of {@link #CPU_MICROS} that belongs to what the subject adds: a gateway or a proxy without what is behind it. */
    OWN_CPU_MICROS,
    /** Of processes for which no answer waits, such as the database to which the journal is shipped. */
    BEHIND_CPU_MICROS,
    MILLIS_P50_AT_50,
    MILLIS_P99_AT_50,
    MILLIS_P999_AT_50,
    MILLIS_P50_AT_80,
    MILLIS_P99_AT_80,
    MILLIS_P999_AT_80,
    BYTES,
    MILLIS,
    SECONDS,
    /** That a start had to read up. */
    CHANGES,
    PERCENT
}
