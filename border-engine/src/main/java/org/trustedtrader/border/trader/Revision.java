package org.trustedtrader.border.trader;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

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
        if (!isSubject(subject)) {
            throw new IllegalArgumentException("No company, membership or card has that subject.");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, not " + version);
        }
    }

    /** The last part names what is left of a stored file that cannot be read. */
    private static final Pattern SUBJECT = Pattern.compile(
            "(company/[0-9]{9}|membership/[A-Za-z0-9_-]{1,64}|driver-card/[A-Z0-9]{6,15})(/unreadable)?");

    public static final String COMPANY = "company/";
    public static final String MEMBERSHIP = "membership/";
    public static final String DRIVER_CARD = "driver-card/";

    /** Whether that can be the subject of a revision, and the name of the file that keeps it. */
    public static boolean isSubject(String text) {
        return SUBJECT.matcher(text).matches();
    }

    public boolean readable() {
        return !(fact instanceof UnreadableFact);
    }

    public long effectiveMillis() {
        return effectiveAt.toEpochMilli();
    }
}
