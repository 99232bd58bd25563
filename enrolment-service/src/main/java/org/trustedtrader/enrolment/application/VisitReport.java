package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The newest that was heard of one validation visit for the application.
 *
 * @param at         when that version was recorded
 * @param validators actor ids of everybody who validated
 */
public record VisitReport(
        String visitId,
        long version,
        Instant at,
        boolean closed,
        @Nullable Outcome outcome,
        Set<String> validators) {

    public VisitReport {
        validators = Set.copyOf(validators);
    }

    /** How a visit ended. */
    public enum Outcome {
        SATISFACTORY,
        UNSATISFACTORY
    }

    boolean decides() {
        return closed && outcome != null;
    }
}
