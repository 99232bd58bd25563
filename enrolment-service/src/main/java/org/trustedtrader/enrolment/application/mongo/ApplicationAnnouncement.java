package org.trustedtrader.enrolment.application.mongo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.MembershipApplication;

/**
 * An application as other services may know it.
 *
 * @param linesOfBusiness that are neither denied nor given up
 * @param variationOf the membership for which more lines are applied; null for an application for membership
 */
record ApplicationAnnouncement(
        String applicationId,
        String company,
        List<String> linesOfBusiness,
        String state,
        @Nullable String intakeOfficer,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable String variationOf) {

    static ApplicationAnnouncement of(MembershipApplication application) {
        var snapshot = application.snapshot();
        return new ApplicationAnnouncement(
                application.id(),
                snapshot.company(),
                snapshot.lines().remaining().stream().map(Enum::name).toList(),
                snapshot.state().name(),
                snapshot.review().intakeOfficer(),
                snapshot.timeline().submittedAt(),
                snapshot.timeline().acceptedAt(),
                snapshot.variationOf());
    }
}
