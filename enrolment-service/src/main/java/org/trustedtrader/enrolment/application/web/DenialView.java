package org.trustedtrader.enrolment.application.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.Denial;
import org.trustedtrader.enrolment.application.DisqualifyingFact;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * A denial as the API shows it; times in UTC.
 *
 * @param outcome    null while it is not decided
 * @param proposedBy for officers only
 */
record DenialView(
        Denial.@Nullable Outcome outcome,
        String reason,
        String legalBasis,
        @Nullable DisqualifyingFact disqualifyingFact,
        Instant proposedAt,
        @Nullable Instant endedAt,
        @Nullable String proposedBy) {

    static DenialView of(Denial denial, Actor reader) {
        var grounds = denial.grounds();
        return new DenialView(
                denial.outcome(),
                grounds.reason(),
                grounds.legalBasis(),
                denial.fact(),
                denial.proposedAt(),
                denial.endedAt(),
                Roles.isOfficer(reader) ? denial.proposedBy() : null);
    }
}
