package org.trustedtrader.enrolment.application.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.AssessmentReport.RiskRating;
import org.trustedtrader.enrolment.application.EarlierFile;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.Section;
import org.trustedtrader.enrolment.application.SiteOutcome;
import org.trustedtrader.enrolment.application.Vetting;
import org.trustedtrader.enrolment.application.VisitReport;
import org.trustedtrader.enrolment.application.WorkOnFile;
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
        @Nullable DenialView denial,
        @Nullable LocalDate mayApplyAgainOn,
        List<EarlierFileView> earlierFiles,
        @Nullable FindingsView findings,
        long version) {

    record ConsiderationView(Section section, String reason, LocalDate expiresOn) {}

    record FindingsView(
            @Nullable RiskRating riskRating,
            boolean assessmentCompleted,
            int openMustActions,
            VisitReport.@Nullable Outcome validation,
            List<SiteOutcome> sites,
            List<String> sitesToVisit,
            List<String> openVisits,
            Vetting.@Nullable Outcome vetting,
            boolean concerns,
            List<WorkOnFile.Share> mayNotDecide) {}

    /** An earlier application of the company; the grounds are those of its denial. */
    record EarlierFileView(
            String applicationId,
            EarlierFile.Outcome outcome,
            Instant at,
            @Nullable String reason,
            @Nullable String legalBasis) {

        static EarlierFileView of(EarlierFile file) {
            var grounds = file.grounds();
            return new EarlierFileView(
                    file.applicationId(),
                    file.outcome(),
                    file.at(),
                    grounds == null ? null : grounds.reason(),
                    grounds == null ? null : grounds.legalBasis());
        }
    }

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
                s.denials()
                        .latest()
                        .map(denial -> DenialView.of(denial, reader))
                        .orElse(null),
                s.reapplication() == null ? null : s.reapplication().possibleOn(),
                s.earlier().stream().map(EarlierFileView::of).toList(),
                Roles.isOfficer(reader) ? findings(s) : null,
                application.version());
    }

    private static FindingsView findings(MembershipApplication.Snapshot file) {
        var f = file.review().findings();
        var vetting = file.review().vetting();
        return new FindingsView(
                f.riskRating(),
                f.assessmentCompleted(),
                f.openMustActions(),
                f.validation(),
                f.sites(),
                f.sitesToVisit(),
                f.openVisits(),
                vetting == null ? null : vetting.outcome(),
                file.review().hasConcerns(),
                file.work().shares());
    }
}
