package org.trustedtrader.enrolment.application.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.AssessmentReport.RiskRating;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.ReviewOutcome;
import org.trustedtrader.enrolment.application.Section;
import org.trustedtrader.enrolment.application.Vetting;
import org.trustedtrader.enrolment.application.VisitReport;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;

/** An application as its readers see it; times in UTC. What officers found is for officers only. */
record ApplicationView(
        String applicationId,
        String company,
        ApplicationState state,
        DeclarationsBody declarations,
        List<ConsiderationView> specialConsiderations,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant replyDueAt,
        @Nullable String informationRequested,
        @Nullable String termsVersion,
        @Nullable Instant termsSignedAt,
        @Nullable FindingsView findings,
        long version) {

    record ConsiderationView(Section section, String reason, LocalDate expiresOn) {}

    record FindingsView(
            @Nullable RiskRating riskRating,
            boolean assessmentCompleted,
            int openMustActions,
            VisitReport.@Nullable Outcome validation,
            Vetting.@Nullable Outcome vetting) {}

    static ApplicationView of(MembershipApplication application, Actor reader) {
        var s = application.snapshot();
        return new ApplicationView(
                application.id(),
                s.company(),
                s.state(),
                DeclarationsBody.of(s.declarations()),
                s.considerations().granted().stream()
                        .map(c -> new ConsiderationView(c.section(), c.reason(), c.expiresOn()))
                        .toList(),
                s.timeline().submittedAt(),
                s.timeline().acceptedAt(),
                s.timeline().replyDueAt(),
                s.review().question(),
                s.terms().version(),
                s.terms().signedAt(),
                Roles.isOfficer(reader)
                        ? findings(s.review().findings(), s.review().vetting())
                        : null,
                application.version());
    }

    private static FindingsView findings(ReviewOutcome f, @Nullable Vetting vetting) {
        return new FindingsView(
                f.riskRating(),
                f.assessmentCompleted(),
                f.openMustActions(),
                f.validation(),
                vetting == null ? null : vetting.outcome());
    }
}
