package org.trustedtrader.enrolment.application.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.Denial;
import org.trustedtrader.enrolment.application.DisqualifyingFact;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * A denial as the API shows it; times in UTC.
 *
 * @param outcome    null while it is not decided
 * @param lines      the lines of business that it concerns; empty for the whole application
 * @param mayApplyAgainOn from when the company may apply for these lines again
 * @param proposedBy for officers only
 */
record DenialView(
        Denial.@Nullable Outcome outcome,
        String reason,
        String legalBasis,
        @Nullable DisqualifyingFact disqualifyingFact,
        Set<LineOfBusiness> lines,
        Instant proposedAt,
        @Nullable Instant endedAt,
        @Nullable LocalDate mayApplyAgainOn,
        @Nullable String proposedBy) {

    static DenialView of(Denial denial, Actor reader) {
        var grounds = denial.grounds();
        return new DenialView(
                denial.outcome(),
                grounds.reason(),
                grounds.legalBasis(),
                denial.fact(),
                denial.lines(),
                denial.proposedAt(),
                denial.endedAt(),
                denial.reapplication() == null ? null : denial.reapplication().possibleOn(),
                Roles.isOfficer(reader) ? denial.proposedBy() : null);
    }
}
