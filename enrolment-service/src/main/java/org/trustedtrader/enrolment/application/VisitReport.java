package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The newest known state of one validation visit for the application.
 *
 * @param at         when that version was recorded
 * @param validators actor ids of everybody who validated
 */
public record VisitReport(
        String visitId,
        long version,
        Instant at,
        Subject subject,
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

    /**
     * Whom the visit was made to, and how.
     *
     * @param company BN9; null if the announcement did not say, and then the visit decides nothing
     * @param initial whether it is the application's first visit, rather than one that an officer ordered
     * @param onSite  whether somebody was there, which a virtual visit is not
     */
    public record Subject(@Nullable String company, boolean initial, boolean onSite) {}

    boolean concerns(String company) {
        return company.equals(subject.company());
    }

    boolean decides() {
        return closed && outcome != null && subject.onSite();
    }
}
