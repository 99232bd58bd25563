package org.trustedtrader.border.trader;

import java.time.Instant;
import java.util.Objects;

/**
 * One version of one aggregate, as it was announced: never changed, never removed. The two times make every question
 * answerable: what was true then, and what was known then.
 *
 * @param subject     {@code company/<BN9>}, {@code membership/<id>} or {@code driver-card/<number>}
 * @param version     from 1; a higher one was decided later
 * @param effectiveAt from when it counts, programme time
 * @param recordedAt  when the owner stored it, machine time
 */
public record Revision(String subject, long version, Instant effectiveAt, Instant recordedAt, Fact fact) {

    public Revision {
        Objects.requireNonNull(subject, "subject is missing");
        Objects.requireNonNull(effectiveAt, "effectiveAt is missing");
        Objects.requireNonNull(recordedAt, "recordedAt is missing");
        Objects.requireNonNull(fact, "fact is missing");
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, not " + version);
        }
    }

    public static final String COMPANY = "company/";
    public static final String MEMBERSHIP = "membership/";
    public static final String DRIVER_CARD = "driver-card/";

    public boolean readable() {
        return !(fact instanceof UnreadableFact);
    }

    public long effectiveMillis() {
        return effectiveAt.toEpochMilli();
    }
}
